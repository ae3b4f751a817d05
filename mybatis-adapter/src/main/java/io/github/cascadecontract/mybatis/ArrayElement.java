package io.github.cascadecontract.mybatis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type are sent as elements of a PostgreSQL array.
 *
 * @param typeName the element type
 * @param component component type of the Java array that the driver gets
 * @param conversion from a value to a component; of null too
 */
record ArrayElement(String typeName, Class<?> component, UnaryOperator<@Nullable Object> conversion) {
    private static final Map<Class<?>, ArrayElement> KNOWN = Map.ofEntries(
            same(Long.class, "int8"),
            same(Integer.class, "int4"),
            same(Short.class, "int2"),
            same(Boolean.class, "bool"),
            same(Double.class, "float8"),
            same(Float.class, "float4"),
            same(String.class, "text"),
            same(byte[].class, "bytea"),
            asText(Character.class, "text"),
            asText(UUID.class, "uuid"),
            asText(BigDecimal.class, "numeric"),
            asText(BigInteger.class, "numeric"),
            asText(LocalDate.class, "date"),
            asText(LocalTime.class, "time"),
            asText(LocalDateTime.class, "timestamp"),
            asText(OffsetDateTime.class, "timestamptz"),
            asText(Instant.class, "timestamptz"),
            asText(java.sql.Date.class, "date"),
            asText(java.sql.Timestamp.class, "timestamp"));

    static final ArrayElement ENUM_NAME =
            new ArrayElement("text", String.class, ofNonNull(value -> ((Enum<?>) value).name()));
    static final ArrayElement ENUM_ORDINAL =
            new ArrayElement("int4", Integer.class, ofNonNull(value -> ((Enum<?>) value).ordinal()));

    /** The element for a boxed type, null if values of that type are sent one by one. */
    static @Nullable ArrayElement of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** The same element for values that another conversion makes, of null too. */
    ArrayElement after(UnaryOperator<@Nullable Object> first) {
        return new ArrayElement(typeName, component, value -> componentOf(first.apply(value)));
    }

    /** What the driver gets for a value. */
    @Nullable
    Object componentOf(@Nullable Object value) {
        return conversion.apply(value);
    }

    private static UnaryOperator<@Nullable Object> ofNonNull(UnaryOperator<Object> conversion) {
        return value -> value == null ? null : conversion.apply(value);
    }

    private static Map.Entry<Class<?>, ArrayElement> same(Class<?> type, String name) {
        return Map.entry(type, new ArrayElement(name, type, UnaryOperator.identity()));
    }

    /** The server reads the text of these types as Java writes it. */
    private static Map.Entry<Class<?>, ArrayElement> asText(Class<?> type, String name) {
        return Map.entry(type, new ArrayElement(name, String.class, ofNonNull(Object::toString)));
    }
}
