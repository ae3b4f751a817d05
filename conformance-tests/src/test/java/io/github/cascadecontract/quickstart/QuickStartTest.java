package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.OFF;
import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.IntegrityViolationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The code of the README, run once per adapter: the build runs this class three times, each time with one of the adapters
 * on the class path and nothing else changed.
 */
class QuickStartTest {
    private static TestDatabase database;
    private Schema schema;
    private DataSource dataSource;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void createTables() {
        schema = database.createSchema("quickstart");
        schema.execute("""
                create table users (id bigint primary key, name text);
                create table posts (id bigint primary key, title text,
                    user_id bigint not null references users on delete cascade);
                create index on posts (user_id);
                insert into users values (1, 'Ada'), (2, 'Grace');
                insert into posts values (1, 'one', 1), (2, 'two', 1), (3, 'three', 2);
                """);
        dataSource = schema.dataSource();
    }

    @AfterEach
    void dropTables() {
        schema.close();
    }

    @Test
    void the_database_removes_the_posts_of_a_removed_user() throws SQLException {
        CascadeContract contract = CascadeContract.of(User.class, Post.class);
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(contract, dataSource)) {
            factory.inTransaction(work -> work.remove(work.find(User.class, 1L)));
        }
        assertThat(ids("users")).isEqualTo("2");
        assertThat(ids("posts")).isEqualTo("3");
    }

    @Test
    void a_post_taken_out_of_the_list_is_removed() throws SQLException {
        CascadeContract contract = CascadeContract.of(User.class, Post.class);
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(contract, dataSource)) {
            factory.inTransaction(work -> {
                User ada = work.find(User.class, 1L);
                ada.getPosts().removeIf(post -> post.getTitle().equals("one"));
            });
        }
        assertThat(ids("posts")).isEqualTo("2,3");
    }

    @Test
    void a_moved_post_survives_its_old_user() throws SQLException {
        CascadeContract contract = CascadeContract.of(User.class, Post.class);
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(contract, dataSource)) {
            factory.inTransaction(work -> {
                User grace = work.find(User.class, 2L);
                User ada = work.find(User.class, 1L);
                work.find(Post.class, 1L).setUser(grace);
                work.remove(ada);
            });
        }
        assertThat(ids("users")).isEqualTo("2");
        assertThat(ids("posts")).isEqualTo("1,3");
    }

    @Test
    void without_cascade_the_key_may_not_become_null() throws SQLException {
        CascadeContract careless = CascadeContract.builder(User.class, Post.class)
                .relation(
                        User.class,
                        "posts",
                        posts -> posts.cascade().noOrphanRemoval().passiveDeletes(OFF))
                .build();
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(careless, dataSource)) {
            IntegrityViolationException error = catchThrowableOfType(
                    IntegrityViolationException.class,
                    () -> factory.inTransaction(work -> {
                        User ada = work.find(User.class, 1L);
                        assertThat(ada.getPosts()).hasSize(2);
                        work.remove(ada);
                    }));
            assertThat(error).hasMessage(Documents.blocks("README.md", "text").get(0));
        }
        assertThat(ids("users")).isEqualTo("1,2");
        assertThat(ids("posts")).isEqualTo("1,2,3");
    }

    @Test
    void settings_of_one_relation_are_overridden() {
        CascadeContract contract = CascadeContract.builder(User.class, Post.class)
                .relation(
                        User.class,
                        "posts",
                        posts -> posts.cascade(ALL).orphanRemoval().passiveDeletes(ON))
                .build();
        assertThat(contract.entity(User.class).relation("posts").orElseThrow().removes())
                .isTrue();
    }

    private String ids(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select string_agg(id::text, ',' order by id) from " + table)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
