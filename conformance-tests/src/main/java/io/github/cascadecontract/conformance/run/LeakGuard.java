package io.github.cascadecontract.conformance.run;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Knows which connections are out, so that a scenario that leaves one open is told and does not hold up the others. */
final class LeakGuard implements DataSource {
    private final DataSource target;
    private final Set<Connection> out = ConcurrentHashMap.newKeySet();

    LeakGuard(DataSource target) {
        this.target = target;
    }

    /** Rolls back and gives back what is still out. Returns how many that were. */
    int giveBack() {
        List<Connection> left = new ArrayList<>(out);
        left.forEach(LeakGuard::end);
        out.clear();
        return left.size();
    }

    private static void end(Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A connection that a scenario left open cannot be given back", failure);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(target.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return guarded(target.getConnection(user, password));
    }

    private Connection guarded(Connection connection) {
        out.add(connection);
        return (Connection) Proxy.newProxyInstance(
                LeakGuard.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        out.remove(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        target.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || target.isWrapperFor(type);
    }
}
