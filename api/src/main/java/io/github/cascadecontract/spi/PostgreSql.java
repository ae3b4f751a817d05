package io.github.cascadecontract.spi;

import io.github.cascadecontract.mapping.TableName;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SQL that is PostgreSQL's own. */
public final class PostgreSql {
    private static final Map<Class<?>, String> ELEMENT_TYPES = Map.ofEntries(
            Map.entry(Long.class, "int8"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Short.class, "int2"),
            Map.entry(String.class, "text"),
            Map.entry(Character.class, "text"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(Double.class, "float8"),
            Map.entry(Float.class, "float4"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(OffsetDateTime.class, "timestamptz"));

    private PostgreSql() {}

    /** A condition that a column has one of the values of an array parameter. */
    public static String anyOf(String column) {
        return column + " = ANY (?)";
    }

    /** A table with a row for each place in the array parameters, one of them for each column. */
    static String unnest(int columns) {
        return "unnest(%s)".formatted(String.join(", ", Collections.nCopies(columns, "?")));
    }

    /**
     * A query for the id that the last INSERT of this connection got from an identity column, whatever triggers have taken
     * from other sequences since.
     */
    public static String lastIdentity(TableName table, String column) {
        return "SELECT coalesce(currval(pg_get_serial_sequence('%s', lower('%s'))), lastval())"
                .formatted(table, column);
    }

    /**
     * An array parameter.
     *
     * @param connection the connection whose statement takes it
     * @param values values of one type, at least one of them not null
     * @throws IllegalArgumentException if no array type is known for the values
     */
    public static Array array(Connection connection, Collection<?> values) throws SQLException {
        Class<?> type = values.stream()
                .filter(value -> value != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no value"))
                .getClass();
        return connection.createArrayOf(elementType(type), values.toArray());
    }

    /**
     * The element type of an array of Java values.
     *
     * @throws IllegalArgumentException if none is known
     */
    public static String elementType(Class<?> type) {
        String name = ELEMENT_TYPES.get(type);
        if (name == null) throw new IllegalArgumentException("No PostgreSQL array type is known for " + type.getName());
        return name;
    }

    /** The columns of the present row. */
    static List<@Nullable Object> read(ResultSet rows, List<Class<?>> types) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) values.add(read(rows, i + 1, types.get(i)));
        return values;
    }

    /** The driver converts numbers only by their own getters, to whatever the column is wide. */
    private static @Nullable Object read(ResultSet rows, int column, Class<?> type) throws SQLException {
        Object value = type == Long.class
                ? (Object) rows.getLong(column)
                : type == Integer.class
                        ? (Object) rows.getInt(column)
                        : type == Short.class ? (Object) rows.getShort(column) : other(rows, column, type);
        return rows.wasNull() ? null : value;
    }

    private static @Nullable Object other(ResultSet rows, int column, Class<?> type) throws SQLException {
        boolean isOpen = type == Object.class || Modifier.isAbstract(type.getModifiers());
        if (isOpen) return rows.getObject(column);
        if (type == Character.class) {
            String text = rows.getString(column);
            return text == null || text.isEmpty() ? null : text.charAt(0);
        }
        return rows.getObject(column, type);
    }
}
