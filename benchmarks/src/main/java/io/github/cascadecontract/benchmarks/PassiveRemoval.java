package io.github.cascadecontract.benchmarks;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.recording.StatementRecorder;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Removal of a user whose posts are left to the database: find, remove, commit. */
final class PassiveRemoval {
    private final Blog blog;

    PassiveRemoval(Blog blog) {
        this.blog = blog;
    }

    void measure(int posts, Rounds rounds) throws Exception {
        List<UnitOfWorkFactory> factories = new ArrayList<>();
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant("raw JDBC", () -> timed(posts, this::raw)));
        for (PersistenceAdapter adapter : Blog.adapters()) {
            UnitOfWorkFactory factory = blog.factory(adapter, Mode.CONTRACT, blog.dataSource());
            factories.add(factory);
            contestants.add(new Contestant(adapter.name(), () -> timed(posts, () -> remove(factory))));
        }
        rounds.measure("passive removal of a user with %,d posts".formatted(posts), contestants);
        factories.forEach(UnitOfWorkFactory::close);
    }

    /** Prints how many statements a removal sends, with few and with many children. */
    void countStatements(int... sizes) throws Exception {
        System.out.printf("%nstatements sent for a passive removal%n");
        for (PersistenceAdapter adapter : Blog.adapters()) {
            StatementRecorder recorder = new StatementRecorder(blog.dataSource());
            try (UnitOfWorkFactory factory = blog.factory(adapter, Mode.CONTRACT, recorder.dataSource())) {
                for (int posts : sizes) {
                    blog.fill(posts);
                    recorder.clear();
                    remove(factory);
                    System.out.printf(
                            "  %-28s %,7d posts: %d%n",
                            adapter.name(), posts, recorder.log().statements().size());
                }
            }
        }
    }

    private long timed(int posts, Work work) throws Exception {
        blog.fill(posts);
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static void remove(UnitOfWorkFactory factory) {
        try (UnitOfWork work = factory.begin()) {
            User user = work.find(User.class, 1L);
            work.remove(java.util.Objects.requireNonNull(user));
            work.commit();
        }
    }

    private void raw() throws SQLException {
        try (Connection connection = blog.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement find = connection.prepareStatement("SELECT id, name FROM users WHERE id = ?")) {
                find.setLong(1, 1);
                find.executeQuery().next();
            }
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM users WHERE id = ?")) {
                delete.setLong(1, 1);
                delete.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
