package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.spi.CountedBatch;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.jspecify.annotations.Nullable;

/**
 * EclipseLink's connection, which tells the rows that a flush writes. No event tells them: of a batch EclipseLink knows only
 * whether each of its statements found a row.
 */
final class CountingAccessor extends DatabaseAccessor {
    private static final long serialVersionUID = 1L;

    /** Makes such accessors. */
    static final class Login extends DatabaseLogin {
        private static final long serialVersionUID = 1L;

        @Override
        public CountingAccessor buildAccessor() {
            return new CountingAccessor();
        }
    }

    @Override
    public Object executeDirectNoSelect(Statement statement, @Nullable DatabaseCall call, AbstractSession session) {
        Object rows = super.executeDirectNoSelect(statement, call, session);
        if (call != null && rows instanceof Integer count && session instanceof CountedSession counted)
            counted.counts().add(call.getSQLString(), entity(call), count);
        return rows;
    }

    @Override
    protected int executeJDK12BatchStatement(
            Statement statement, @Nullable DatabaseCall call, AbstractSession session, boolean isPrepared) {
        return super.executeJDK12BatchStatement(
                call != null && session instanceof CountedSession counted
                        ? overheard(statement, call, counted.counts())
                        : statement,
                call,
                session,
                isPrepared);
    }

    private static Statement overheard(Statement statement, DatabaseCall call, FlushCounts counts) {
        if (!(statement instanceof PreparedStatement prepared)) return statement;
        return CountedBatch.of(prepared, rows -> counts.add(call.getSQLString(), entity(call), rows));
    }

    /** The rows of an element collection are written by a query without an entity. */
    private static @Nullable Class<?> entity(DatabaseCall call) {
        DatabaseQuery query = call.getQuery();
        return query.isObjectLevelModifyQuery() ? query.getDescriptor().getJavaClass() : null;
    }
}
