package io.github.cascadecontract.mybatis;

import java.lang.reflect.Array;
import java.util.Date;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * How values of one attribute travel to and from a column.
 *
 * @param javaType the boxed Java type
 * @param handler reads and writes single values
 * @param element how values travel set-wise, null if they cannot
 * @param toColumn makes of a value what the column holds; null if the value itself is that
 */
record ColumnType(
        Class<?> javaType,
        TypeHandler<?> handler,
        @Nullable ArrayElement element,
        @Nullable UnaryOperator<@Nullable Object> toColumn) {
    ColumnType(Class<?> javaType, TypeHandler<?> handler, @Nullable ArrayElement element) {
        this(javaType, handler, element, null);
    }

    boolean isSetWise() {
        return element != null;
    }

    ArrayHandler arrayHandler() {
        return new ArrayHandler(Objects.requireNonNull(element, "not set-wise"));
    }

    Object[] newArray(int length) {
        return (Object[]) Array.newInstance(javaType, length);
    }

    /** What is remembered of a value, so that a change in place is noticed. */
    @Nullable
    Object memoryOf(@Nullable Object value) {
        return copy(columnValue(value));
    }

    /** Whether a value is the one that is remembered. */
    boolean isUnchanged(@Nullable Object value, @Nullable Object remembered) {
        Object now = columnValue(value);
        if (now == remembered) return true;
        return now instanceof byte[] ? Objects.deepEquals(now, remembered) : Objects.equals(now, remembered);
    }

    private @Nullable Object columnValue(@Nullable Object value) {
        return toColumn == null ? value : toColumn.apply(value);
    }

    /** A value that stays as it is when the application changes the given one in place. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof byte[] bytes) return bytes.clone();
        return value instanceof Date date ? date.clone() : value;
    }
}
