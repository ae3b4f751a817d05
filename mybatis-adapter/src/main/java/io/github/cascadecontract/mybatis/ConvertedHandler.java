package io.github.cascadecontract.mybatis;

import jakarta.persistence.AttributeConverter;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/** Reads and writes values by way of an {@link AttributeConverter}, NULL included, with the handler of the column's own type. */
final class ConvertedHandler implements TypeHandler<Object> {
    private final AttributeConverter<Object, Object> converter;
    private final TypeHandler<Object> columnHandler;

    @SuppressWarnings("unchecked")
    ConvertedHandler(AttributeConverter<?, ?> converter, TypeHandler<?> columnHandler) {
        this.converter = (AttributeConverter<Object, Object>) converter;
        this.columnHandler = (TypeHandler<Object>) columnHandler;
    }

    @Nullable
    Object toColumn(@Nullable Object value) {
        return converter.convertToDatabaseColumn(value);
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, @Nullable Object value, @Nullable JdbcType type)
            throws SQLException {
        columnHandler.setParameter(statement, index, toColumn(value), type);
    }

    @Override
    public @Nullable Object getResult(ResultSet rows, String column) throws SQLException {
        return converter.convertToEntityAttribute(columnHandler.getResult(rows, column));
    }

    @Override
    public @Nullable Object getResult(ResultSet rows, int column) throws SQLException {
        return converter.convertToEntityAttribute(columnHandler.getResult(rows, column));
    }

    @Override
    public @Nullable Object getResult(CallableStatement call, int column) throws SQLException {
        return converter.convertToEntityAttribute(columnHandler.getResult(call, column));
    }
}
