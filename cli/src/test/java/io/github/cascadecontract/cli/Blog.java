package io.github.cascadecontract.cli;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A compiled application with its database, whose posts are left to a foreign key that does not remove them. */
final class Blog implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private TestDatabase database;
    private Schema schema;
    private String classes;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        database = TestDatabase.open();
        classes = new Sources(Files.createTempDirectory(Path.of("target"), "blog"))
                .type("""
                        @Entity @Table(name = "users") public class User {
                            @Id Long id;
                            @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
                            @PassiveDeletes(PassiveDeletes.Mode.ON) List<Post> posts; }""")
                .type("""
                        @Entity @Table(name = "posts") public class Post {
                            @Id Long id;
                            @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "user_id", nullable = false) User user; }""")
                .type("""
                        @Entity @Table(name = "votes") public class Vote {
                            @EmbeddedId VoteId id; }""")
                .type("@Embeddable public record VoteId(Long poll, UUID voter) {}")
                .compile();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        schema = database.createSchema("blog");
        schema.execute("""
                create table users (id bigint primary key);
                create table posts (id bigint primary key, user_id bigint not null references users);
                create table votes (poll bigint, voter uuid, primary key (poll, voter));
                insert into users values (1), (2);
                insert into posts select n, 1 from generate_series(1, 1200) n;
                insert into votes values (7, '00000000-0000-0000-0000-000000000001');
                """);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        schema.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    /** What the check proposes. */
    void mend() {
        schema.execute("""
                alter table posts drop constraint posts_user_id_fkey;
                alter table posts add constraint posts_user_id_fkey foreign key (user_id) references users on delete cascade;
                create index on posts (user_id);
                """);
    }

    /** A command of this application with what it always needs, and more. */
    String[] command(String name, String... more) throws SQLException {
        List<String> arguments =
                new ArrayList<>(List.of(name, "--classes", classes, "--url", url(), "--schema", schema.name()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    Run run(String name, String... more) throws SQLException {
        return Run.of(command(name, more));
    }

    String url() throws SQLException {
        try (Connection connection = schema.dataSource().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    String classes() {
        return classes;
    }

    String schema() {
        return schema.name();
    }
}
