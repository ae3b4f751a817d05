package io.github.cascadecontract.hibernate;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.jdbc.Expectation;

/**
 * A versioned DELETE that hits nothing is no error yet: its row may be gone, or changed (rule TX-3). Hibernate asks with
 * neither the entity nor the session at hand, so the flush of a thread notes that it happened and looks afterwards.
 */
final class MissedDeletes implements Expectation {
    private final Expectation expectation = new OptionalRowCount();
    private final ThreadLocal<Boolean> missed = new ThreadLocal<>();

    @Override
    public void verifyOutcome(int rowCount, PreparedStatement statement, int batchPosition, String sql)
            throws SQLException {
        if (rowCount == 0) missed.set(true);
        else expectation.verifyOutcome(rowCount, statement, batchPosition, sql);
    }

    /** Whether a DELETE of this thread hit nothing since this was last asked. */
    boolean take() {
        boolean happened = missed.get() != null;
        missed.remove();
        return happened;
    }
}
