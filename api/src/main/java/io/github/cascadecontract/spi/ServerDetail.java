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

    static ServerDetail of(SQLException failure) {
        // By name: the driver is an optional dependency and another one may be in use.
        boolean driver = failure.getClass().getName().equals("org.postgresql.util.PSQLException");
        return driver ? ofDriver(failure) : UNKNOWN;
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
