package io.github.cascadecontract.conformance.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.quickstart.Post;
import io.github.cascadecontract.quickstart.User;
import io.github.cascadecontract.report.ClientRows;
import io.github.cascadecontract.report.DatabaseRows;
import io.github.cascadecontract.report.EstimatedRows;
import io.github.cascadecontract.report.FlushReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flush is reported, from the first call to after the end, and what is known of the database's part. */
@ParameterizedClass
@ValueSource(strings = {"hibernate", "eclipselink", "mybatis"})
class LastFlushTest {
    private static TestDatabase database;

    @Parameter
    private String adapter;

    private Schema schema;
    private UnitOfWorkFactory factory;
    private UnitOfWork work;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void begin() {
        schema = database.createSchema("last_flush");
        schema.execute("""
                create table users (id bigint primary key, name text);
                create table posts (id bigint primary key, title text,
                    user_id bigint not null references users on delete cascade);
                insert into users values (1, 'Ada'), (2, 'Grace');
                insert into posts values (1, 'one', 1), (2, 'two', 1), (3, 'three', 2);
                """);
        factory = UnitOfWorkFactory.open(adapter, CascadeContract.of(User.class, Post.class), schema.dataSource());
        work = factory.begin();
    }

    @AfterEach
    void close() {
        work.close();
        factory.close();
        schema.close();
    }

    @Test
    void before_the_first_flush_nothing_is_reported() {
        work.persist(new User(7L, "Eve"));

        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);
    }

    @Test
    void each_flush_reports_its_own_rows() {
        work.persist(new User(7L, "Eve"));
        work.flush();
        assertThat(work.lastFlush().client()).containsExactly(new ClientRows("users", "User", 1, 0, 0));

        post(1).setUser(work.find(User.class, 7L));
        work.savepoint();
        assertThat(work.lastFlush().client()).containsExactly(new ClientRows("posts", "Post", 0, 1, 0));

        work.commit();
        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);
    }

    @Test
    void the_flush_of_a_commit_can_be_read_to_the_end_and_after_it() {
        work.persist(new User(7L, "Eve"));
        work.commit();
        work.close();

        assertThat(work.lastFlush().client("users").inserted()).isEqualTo(1);
    }

    @Test
    void of_a_flush_that_is_rolled_back_nothing_is_reported() {
        work.persist(new User(7L, "Eve"));
        work.flush();
        work.rollback();

        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);
    }

    @Test
    void of_a_unit_of_work_that_is_closed_without_commit_nothing_is_reported() {
        work.persist(new User(7L, "Eve"));
        work.flush();
        work.close();

        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);
    }

    @Test
    void after_a_rollback_to_a_savepoint_only_what_follows_is_reported() {
        Savepoint savepoint = work.savepoint();
        work.persist(new User(7L, "Eve"));
        work.flush();
        work.rollback(savepoint);
        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);

        work.persist(new User(8L, "Joan"));
        work.commit();
        assertThat(work.lastFlush().client()).containsExactly(new ClientRows("users", "User", 1, 0, 0));
    }

    @Test
    void of_a_flush_that_failed_nothing_is_reported() {
        Savepoint savepoint = work.savepoint();
        work.persist(new User(7L, "Eve"));
        work.flush();
        work.persist(new Post(9L, "without an author"));
        assertThatThrownBy(work::flush).isInstanceOf(CascadeException.class);
        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);

        work.rollback(savepoint);
        work.persist(new User(8L, "Joan"));
        work.commit();
        assertThat(work.lastFlush().client("users").inserted()).isEqualTo(1);
    }

    @Test
    void rows_that_were_gone_already_are_not_counted() {
        Post gone = post(1);
        Post there = post(2);
        schema.execute("delete from posts where id = 1");
        work.remove(gone);
        work.remove(there);
        work.commit();

        assertThat(work.lastFlush().client()).containsExactly(new ClientRows("posts", "Post", 0, 0, 1));
    }

    @Test
    void statements_of_the_application_are_not_counted() throws SQLException {
        work.persist(new User(7L, "Eve"));
        work.flush();
        try (Statement statement = work.unwrap(Connection.class).createStatement()) {
            statement.execute("update posts set title = 'changed'");
        }
        work.find(User.class, 2L);
        work.commit();

        assertThat(work.lastFlush()).isEqualTo(FlushReport.NOTHING);
    }

    @Test
    void where_the_client_deletes_nothing_the_database_does_nothing_either() {
        work.persist(new User(7L, "Eve"));
        work.commit();

        assertThat(work.lastFlush().database()).isInstanceOf(DatabaseRows.None.class);
    }

    @Test
    void without_a_plan_it_is_unknown_what_the_database_deletes() {
        work.remove(work.find(User.class, 1L));
        work.commit();

        assertThat(work.lastFlush().client()).containsExactly(new ClientRows("users", "User", 0, 0, 1));
        assertThat(work.lastFlush().database()).isInstanceOf(DatabaseRows.Unknown.class);
    }

    @Test
    void a_plan_estimates_what_the_database_deletes() {
        User ada = work.find(User.class, 1L);
        work.plan(ada);
        work.remove(ada);
        work.commit();

        assertThat(estimate().rows()).containsExactly(new EstimatedRows("posts", 2, 0));
        assertThat(estimate().plans()).isEqualTo(List.of("User 1"));
        assertThat(estimate().notes()).isEmpty();
    }

    @Test
    void a_plan_of_what_stays_tells_nothing() {
        work.plan(work.find(User.class, 1L));
        work.remove(work.find(User.class, 2L));
        work.commit();

        assertThat(work.lastFlush().database()).isInstanceOf(DatabaseRows.Unknown.class);
    }

    @Test
    void a_plan_of_less_than_was_removed_says_so() {
        User ada = work.find(User.class, 1L);
        work.plan(ada);
        work.remove(ada);
        work.remove(work.find(User.class, 2L));
        work.commit();

        assertThat(estimate().notes()).containsExactly("the client deleted 2 row(s) of users, the plan said 1");
    }

    /** Others must wait for the transaction that planned, because it has read the tables; its own connection need not. */
    @Test
    void a_key_that_was_changed_after_the_plan_acts_as_it_is_now_and_the_report_says_so() throws SQLException {
        User ada = work.find(User.class, 1L);
        work.plan(ada);
        try (Statement statement = work.unwrap(Connection.class).createStatement()) {
            statement.execute("alter table posts alter column user_id drop not null,"
                    + " drop constraint posts_user_id_fkey, add constraint posts_user_id_fkey"
                    + " foreign key (user_id) references users on delete set null");
        }
        work.remove(ada);
        work.flush();

        assertThat(work.lastFlush().client()).containsExactly(new ClientRows("users", "User", 0, 0, 1));
        assertThat(estimate().notes())
                .containsExactly(
                        "key posts_user_id_fkey of posts is not as the plan saw it: the schema was changed meanwhile");
        assertThat(work.find(Post.class, 1L).getUser()).isNull();
        assertThat(work.find(Post.class, 3L)).isNotNull();
        work.commit();
    }

    private Post post(long id) {
        return work.find(Post.class, id);
    }

    private DatabaseRows.Estimated estimate() {
        return (DatabaseRows.Estimated) work.lastFlush().database();
    }
}
