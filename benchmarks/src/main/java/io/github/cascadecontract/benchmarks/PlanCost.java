package io.github.cascadecontract.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.RemovalPlan;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A plan beside the removal that it tells of: the DELETE of one row, with the database's cascade, rolled back. */
final class PlanCost {
    private static final CascadeContract TREE = CascadeContract.of(Folder.class);

    private final Blog blog;

    PlanCost(Blog blog) {
        this.blog = blog;
    }

    void measure(int posts, Rounds rounds) throws Exception {
        blog.fill(posts);
        measure("plan of a user with %,d posts".formatted(posts), "users", Blog.CONTRACT, User.class, rounds);
    }

    /** A chain: each folder in the one before. */
    void measureTree(int depth, Rounds rounds) throws Exception {
        blog.schema().execute("""
                CREATE TABLE folders (id bigint PRIMARY KEY, parent_id bigint REFERENCES folders ON DELETE CASCADE);
                CREATE INDEX ON folders (parent_id);
                INSERT INTO folders SELECT i, nullif(i - 1, 0) FROM generate_series(1, %d) i;
                ANALYZE folders;
                """.formatted(depth));
        measure("plan of a tree %,d deep".formatted(depth), "folders", TREE, Folder.class, rounds);
    }

    private void measure(String title, String table, CascadeContract contract, Class<?> type, Rounds rounds)
            throws Exception {
        rounds.measure(
                title,
                List.of(
                        new Contestant("removal, raw JDBC", () -> remove(table)),
                        new Contestant("plan", () -> plan(contract, type))));
        System.out.printf("  heap allocated by one plan: %,d kB%n", allocated(contract, type) / 1024);
    }

    private long remove(String table) throws SQLException {
        try (Connection connection = blog.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            statement.executeUpdate("DELETE FROM %s WHERE id = 1".formatted(table));
            long nanos = System.nanoTime() - start;
            connection.rollback();
            connection.setAutoCommit(true);
            return nanos;
        }
    }

    private long plan(CascadeContract contract, Class<?> type) throws SQLException {
        try (Connection connection = blog.dataSource().getConnection()) {
            long start = System.nanoTime();
            RemovalPlan plan = contract.plan(connection, type, 1L);
            if (plan.isBlocked()) throw new IllegalStateException(plan.toString());
            return System.nanoTime() - start;
        }
    }

    private long allocated(CascadeContract contract, Class<?> type) throws SQLException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        plan(contract, type);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
