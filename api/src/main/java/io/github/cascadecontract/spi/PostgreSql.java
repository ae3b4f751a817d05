package io.github.cascadecontract.spi;

import io.github.cascadecontract.mapping.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** SQL that is PostgreSQL's own. */
public final class PostgreSql {
    private static final Map<Class<?>, String> ELEMENT_TYPES = Map.ofEntries(
            Map.entry(Long.class, "int8"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Short.class, "int2"),
            Map.entry(String.class, "text"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(Double.class, "float8"),
            Map.entry(Float.class, "float4"),
            Map.entry(java.math.BigDecimal.class, "numeric"));

    private PostgreSql() {}

    /** A condition that a column has one of the values of an array parameter. */
    public static String anyOf(String column) {
        return column + " = ANY (?)";
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
}
