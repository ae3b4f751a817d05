package io.github.cascadecontract.mybatis;

import java.lang.reflect.Array;
import java.util.Date;
import java.util.Objects;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * How values of one attribute travel to and from a column.
 *
 * @param javaType the boxed Java type
 * @param handler reads and writes single values
 * @param element how values travel set-wise, null if they cannot
 */
record ColumnType(
        Class<?> javaType, TypeHandler<?> handler, @Nullable ArrayElement element) {
    boolean isSetWise() {
        return element != null;
    }

    ArrayHandler arrayHandler() {
        return new ArrayHandler(Objects.requireNonNull(element, "not set-wise"));
    }

    Object[] newArray(int length) {
        return (Object[]) Array.newInstance(javaType, length);
    }

    /** A value that stays as it is when the application changes the given one in place. */
    @Nullable
    Object copy(@Nullable Object value) {
        if (value instanceof byte[] bytes) return bytes.clone();
        return value instanceof Date date ? date.clone() : value;
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other) return true;
        return one instanceof byte[] ? Objects.deepEquals(one, other) : Objects.equals(one, other);
    }
}
