package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.ForeignKey;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the PostgreSQL driver tells about a violated constraint.
 *
 * @param table the table, null if not told
 * @param column the column, null if not told
 * @param constraint the constraint, null if not told
 */
record ServerDetail(
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint) {
    private static final ServerDetail UNKNOWN = new ServerDetail(null, null, null);

    /** What the driver's own exception tells; of a failed batch it is the next one. */
    static ServerDetail of(SQLException failure) {
        for (SQLException sql = failure; sql != null; sql = sql.getNextException())
            if (isOfDriver(sql)) return ofDriver(sql);
        return UNKNOWN;
    }

    private static boolean isOfDriver(SQLException failure) {
        // By name: the driver is an optional dependency and another one may be in use.
        return failure.getClass().getName().equals("org.postgresql.util.PSQLException");
    }

    private static ServerDetail ofDriver(SQLException failure) {
        ServerErrorMessage message = ((PSQLException) failure).getServerErrorMessage();
        return message == null
                ? UNKNOWN
                : new ServerDetail(message.getTable(), message.getColumn(), message.getConstraint());
    }

    @Nullable
    String columnOrConstraint() {
        return column == null ? constraint : column;
    }

    boolean concerns(ForeignKey key) {
        boolean sameTable = key.child().mapping().table().name().equalsIgnoreCase(table);
        if (!sameTable) return false;
        if (column != null) return key.columns().contains(column);
        return constraint != null && key.columns().stream().anyMatch(constraint::contains);
    }
}
