package io.github.cascadecontract.mybatis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** A schema of its own on a server that all tests of this module share, with a small pool and a record of statements. */
final class TestSchema implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<String> statements = new ArrayList<>();
    private final HikariDataSource pool;
    private final DataSource recorded;

    TestSchema(String ddl) {
        String schema = "s" + NUMBER.incrementAndGet();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s"
                .formatted(Server.INSTANCE.getPort(), schema));
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(2_000);
        pool = new HikariDataSource(config);
        execute("CREATE SCHEMA " + schema + ";" + ddl);
        recorded = ProxyDataSourceBuilder.create(pool).listener(new Recorder()).build();
    }

    /** What an application would hand to the adapter. */
    DataSource dataSource() {
        return recorded;
    }

    void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of all rows as text. */
    List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) values.add(rows.getString(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return values;
    }

    /** The statements since the last call, each as its verb and table. */
    List<String> sent() {
        List<String> sent = statements.stream().map(TestSchema::verbAndTable).toList();
        statements.clear();
        return sent;
    }

    /** The statements since the last call in full. */
    List<String> sentInFull() {
        List<String> sent = List.copyOf(statements);
        statements.clear();
        return sent;
    }

    int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String verbAndTable(String sql) {
        String[] words = sql.replace("(", " ").split("\\s+");
        String verb = words[0];
        int place = switch (verb) {
            case "UPDATE" -> 1;
            case "INSERT", "DELETE" -> 2;
            default -> List.of(words).indexOf("FROM") + 1;
        };
        return verb + " " + (sql.contains("nextval") ? "nextval" : words[place]);
    }

    private final class Recorder implements QueryExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            queries.forEach(query -> statements.add(query.getQuery()));
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
