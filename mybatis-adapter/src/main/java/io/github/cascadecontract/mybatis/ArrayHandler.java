package io.github.cascadecontract.mybatis;

import java.lang.reflect.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Sends a Java array as a PostgreSQL array; MyBatis' own handler does not know the element type of all of them. */
final class ArrayHandler extends BaseTypeHandler<Object> {
    private final ArrayElement element;

    ArrayHandler(ArrayElement element) {
        this.element = element;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Object parameter, JdbcType type)
            throws SQLException {
        statement.setArray(
                index, statement.getConnection().createArrayOf(element.typeName(), elements((Object[]) parameter)));
    }

    private Object[] elements(Object[] values) {
        Object[] elements = (Object[]) Array.newInstance(element.component(), values.length);
        Arrays.setAll(elements, i -> element.componentOf(values[i]));
        return elements;
    }

    @Override
    public Object getNullableResult(ResultSet rows, String column) {
        throw neverRead();
    }

    @Override
    public Object getNullableResult(ResultSet rows, int column) {
        throw neverRead();
    }

    @Override
    public Object getNullableResult(CallableStatement call, int column) {
        throw neverRead();
    }

    private static UnsupportedOperationException neverRead() {
        return new UnsupportedOperationException("arrays are parameters of generated statements only");
    }
}
