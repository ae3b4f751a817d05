package io.github.cascadecontract.mybatis;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.logging.LogFactory;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * A SqlSession and its transaction. Commit and rollback are always forced: left to itself MyBatis does neither when it saw no
 * write, and closing the session then commits what was written through the connection.
 */
final class SessionTransaction implements AutoCloseable {
    private final SqlSession session;
    private boolean ended;

    private SessionTransaction(SqlSession session) {
        this.session = session;
    }

    /** Opens a session and takes its connection, so that a database that does not answer is known at once. */
    static SessionTransaction begin(SqlSessionFactory factory) {
        SqlSession session = factory.openSession(ExecutorType.SIMPLE, false);
        try {
            session.getConnection();
            return new SessionTransaction(session);
        } catch (RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    SqlSession session() {
        return session;
    }

    Connection connection() {
        return session.getConnection();
    }

    void commit() {
        session.commit(true);
        ended = true;
    }

    void rollback() {
        session.rollback(true);
        ended = true;
    }

    @Override
    public void close() {
        try {
            if (!ended) rollback();
        } catch (PersistenceException broken) {
            abandon();
        } finally {
            session.close();
        }
    }

    /** A connection that cannot roll back must not be used again: giving it back could commit. */
    private void abandon() {
        try {
            session.getConnection().abort(Runnable::run);
        } catch (SQLException | PersistenceException alreadyGone) {
            LogFactory.getLog(SessionTransaction.class)
                    .debug("The connection could not be aborted: " + alreadyGone.getClass());
        }
    }
}
