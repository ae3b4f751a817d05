package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.assertj.CascadeAssertions.assertThat;
import static io.github.cascadecontract.finding.FindingCode.KEY_WITHOUT_INDEX;
import static io.github.cascadecontract.finding.FindingCode.PASSIVE_WITHOUT_CASCADE;
import static io.github.cascadecontract.finding.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines of docs/checking.md that tests of applications hold: on a schema that is right, and on worse ones. */
class SchemaTest {
    private static TestDatabase database;
    private final CascadeContract contract = CascadeContract.of(User.class, Post.class);
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
        schema = database.createSchema("schema");
        schema.execute("""
                create table users (id bigint primary key, name text);
                create table posts (id bigint primary key, title text,
                    user_id bigint not null references users on delete cascade);
                create index posts_of_users on posts (user_id);
                insert into users values (1, 'Ada');
                insert into posts values (1, 'one', 1), (2, 'two', 1);
                """);
        dataSource = schema.dataSource();
    }

    @AfterEach
    void dropTables() {
        schema.close();
    }

    @Test
    void the_schema_is_what_the_mapping_says() {
        assertThat(contract).matches(dataSource);
        assertThat(contract).hasSoundMapping();
    }

    @Test
    void what_differs_is_listed_with_what_mends_it() {
        withoutCascade();
        Throwable failure = catchThrowable(() -> assertThat(contract).as("blog").matches(dataSource));
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[blog] Expected no finding at WARNING or worse, found ")
                .hasMessageContaining("ERROR passive-without-cascade User.posts: ")
                .hasMessageContaining("Mend it: ALTER TABLE ");
    }

    @Test
    void what_somebody_accepts_does_not_count() {
        schema.execute("drop index posts_of_users");
        assertThat(contract).ignoring(KEY_WITHOUT_INDEX, "User.posts").matches(dataSource);
        assertThat(contract)
                .ignoring(PASSIVE_WITHOUT_CASCADE, KEY_WITHOUT_INDEX)
                .matches(dataSource);
        assertThat(contract).failingAt(ERROR).matches(dataSource);
        assertFails(() -> assertThat(contract).matches(dataSource));
        assertFails(() ->
                assertThat(contract).ignoring(KEY_WITHOUT_INDEX, "User.other").matches(dataSource));
    }

    @Test
    void a_plan_is_asserted() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RemovalPlan plan = contract.plan(connection, User.class, 1L);
            assertThat(plan)
                    .removesByDatabase("posts", 2)
                    .touchesOnly("users", "posts")
                    .isNotBlocked();
        }
    }

    @Test
    void a_plan_that_is_blocked_says_by_what() throws SQLException {
        withoutCascade();
        try (Connection connection = dataSource.getConnection()) {
            RemovalPlan plan = contract.plan(connection, User.class, 1L);
            assertThat(plan).isBlockedBy("posts").doesNotTouch("posts");
        }
    }

    private void withoutCascade() {
        schema.execute("""
                alter table posts drop constraint posts_user_id_fkey;
                alter table posts add constraint posts_user_id_fkey foreign key (user_id) references users;
                """);
    }

    private static void assertFails(ThrowingCallable assertion) {
        assertThat(catchThrowable(assertion)).isInstanceOf(AssertionError.class);
    }
}
