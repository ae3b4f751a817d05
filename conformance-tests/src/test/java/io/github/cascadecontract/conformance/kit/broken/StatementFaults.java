package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.spi.PersistenceSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Adapters that send something else, or read the answer otherwise. */
final class StatementFaults {
    private StatementFaults() {}

    /** What comes of a statement that writes. */
    private interface Update {
        int send(String verb, PreparedStatement statement) throws SQLException;
    }

    static BrokenAdapter deletesTwice() {
        return BrokenAdapter.statements(good -> around(good, (verb, statement) -> {
            int rows = statement.executeUpdate();
            if (verb.equals("delete") && statement.executeUpdate() == 0) {
                throw new StaleEntityException("row", null);
            }
            return rows;
        }));
    }

    static BrokenAdapter insistsOnDeletes() {
        return BrokenAdapter.statements(good -> around(good, (verb, statement) -> {
            int rows = statement.executeUpdate();
            if (verb.equals("delete") && rows == 0) {
                throw new StaleEntityException("row", null);
            }
            return rows;
        }));
    }

    static BrokenAdapter updatesTwice() {
        return BrokenAdapter.statements(good -> around(good, (verb, statement) -> {
            if (verb.equals("update")) {
                statement.executeUpdate();
            }
            return statement.executeUpdate();
        }));
    }

    static BrokenAdapter ignoresMissingRows() {
        return BrokenAdapter.statements(good -> around(good, (verb, statement) -> {
            statement.executeUpdate();
            return 1;
        }));
    }

    /** Flushes before it reads, also when the application merely touches a lazy relation. */
    static BrokenAdapter flushesOnLoading() {
        LoadingFlush flush = new LoadingFlush();
        return BrokenAdapter.both(good -> beforeQueries(good, flush), flush::in);
    }

    /** Each statement is a transaction of its own. */
    static BrokenAdapter commitsEachStatement() {
        return BrokenAdapter.session(good -> {
            autoCommit(good);
            return new SessionWrapper(good) {
                @Override
                public void commit() {
                    good.flush();
                }

                @Override
                public void rollback() {}
            };
        });
    }

    private static void autoCommit(PersistenceSession session) {
        try {
            session.unwrap(Connection.class).setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DataSource around(DataSource good, Update update) {
        return proxy(
                DataSource.class,
                good,
                (name, result, arguments) -> name.equals("getConnection")
                        ? proxy(
                                Connection.class,
                                (Connection) result,
                                (method, made, sql) -> made instanceof PreparedStatement p
                                        ? statement(p, verb((String) sql[0]), update)
                                        : made)
                        : result);
    }

    private static DataSource beforeQueries(DataSource good, Runnable before) {
        return proxy(
                DataSource.class,
                good,
                (name, result, arguments) -> name.equals("getConnection")
                        ? proxy(
                                Connection.class,
                                (Connection) result,
                                (method, made, sql) -> made instanceof PreparedStatement p ? query(p, before) : made)
                        : result);
    }

    private static PreparedStatement query(PreparedStatement good, Runnable before) {
        return (PreparedStatement) Proxy.newProxyInstance(
                StatementFaults.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("executeQuery")) {
                        before.run();
                    }
                    return call(() -> method.invoke(good, arguments));
                });
    }

    private static String verb(String sql) {
        return sql.strip().split("\\s")[0].toLowerCase(Locale.ROOT);
    }

    private static PreparedStatement statement(PreparedStatement good, String verb, Update update) {
        return (PreparedStatement) Proxy.newProxyInstance(
                StatementFaults.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> method.getName().equals("executeUpdate")
                        ? (Object) update.send(verb, good)
                        : call(() -> method.invoke(good, arguments)));
    }

    private interface Exchange {
        Object of(String method, Object result, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, T good, Exchange exchange) {
        return type.cast(Proxy.newProxyInstance(
                StatementFaults.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        exchange.of(method.getName(), call(() -> method.invoke(good, arguments)), arguments)));
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
