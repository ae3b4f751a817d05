package io.github.cascadecontract.conformance.preview;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A schema for each test, in which a removal is planned, and then really done to see what it does. */
final class RealTables implements BeforeEachCallback, AfterEachCallback {
    private Schema schema;

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDatabase database = context.getRoot()
                .getStore(Namespace.create(RealTables.class))
                .computeIfAbsent(TestDatabase.class, absent -> TestDatabase.open(), TestDatabase.class);
        schema = database.createSchema("plan");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        schema.close();
    }

    String schema() {
        return schema.name();
    }

    void execute(String sql) {
        schema.execute(sql);
    }

    Connection connection() throws SQLException {
        return schema.dataSource().getConnection();
    }

    RemovalPlan plan(CascadeContract contract, Class<?> type, Object id) throws SQLException {
        try (Connection connection = connection()) {
            return contract.plan(connection, type, id);
        }
    }

    /** What a plan tells, without tables of which nothing is touched. */
    static Map<String, RowTotals> planned(RemovalPlan plan) {
        Map<String, RowTotals> planned = new TreeMap<>(plan.totals());
        planned.values().removeIf(RowTotals.NONE::equals);
        return planned;
    }

    /** What the client's statements and the foreign keys then really touch, as the server counts it; rolled back. */
    Map<String, RowTotals> really(String... statements) throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            Map<String, long[]> before = touched(connection);
            Map<String, long[]> client = new LinkedHashMap<>();
            for (String sql : statements) run(connection, sql, client);
            Map<String, RowTotals> totals = totals(before, touched(connection), client);
            connection.rollback();
            return totals;
        }
    }

    private static void run(Connection connection, String sql, Map<String, long[]> client) throws SQLException {
        String[] words = sql.split("\\s+");
        boolean isDelete = words[0].equals("DELETE");
        try (Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(sql);
            client.computeIfAbsent(words[isDelete ? 2 : 1], absent -> new long[2])[isDelete ? 0 : 1] += rows;
        }
    }

    private static Map<String, RowTotals> totals(
            Map<String, long[]> before, Map<String, long[]> after, Map<String, long[]> client) {
        Map<String, RowTotals> totals = new TreeMap<>();
        after.forEach((table, counts) -> {
            long[] known = before.getOrDefault(table, new long[2]);
            long[] own = client.getOrDefault(table, new long[2]);
            RowTotals total =
                    new RowTotals(own[0], own[1], counts[0] - known[0] - own[0], counts[1] - known[1] - own[1]);
            if (!total.equals(RowTotals.NONE)) totals.put(table, total);
        });
        return totals;
    }

    private static Map<String, long[]> touched(Connection connection) throws SQLException {
        Map<String, long[]> touched = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT CASE WHEN pg_table_is_visible(relid) THEN '' ELSE schemaname || '.' END
                            || quote_ident(relname),
                            n_tup_del, n_tup_upd
                        FROM pg_stat_xact_user_tables""")) {
            while (rows.next()) touched.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)});
        }
        return touched;
    }
}
