package io.github.cascadecontract.conformance.kit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.run.ReferenceLoading;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.RowCounter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each channel of the comparison can fail: a good adapter with one fault, on a real database. */
class ChannelsTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();
    private static final Judge JUDGE = new Judge(SCENARIOS, OpenQuestions.load());
    private static Environments environments;

    @BeforeAll
    static void open() {
        environments = Environments.open();
    }

    @AfterAll
    static void close() {
        environments.close();
    }

    @Test
    void without_a_fault_the_scenarios_pass() {
        assertThat(result("del.twice", good -> good).status()).isEqualTo(Status.PASS);
        assertThat(result("del.cancel-by-add", good -> good).status()).isEqualTo(Status.DECIDED);
    }

    @Test
    void a_removal_that_is_forgotten_is_found() {
        assertFails("del.twice", Forgetful::new, "Row 1 of posts is there and should not be");
    }

    @Test
    void a_commit_that_keeps_nothing_is_found() {
        assertFails("su.o2o", Undecided::new, "Row 9 of profiles is gone; row 9 of users is gone");
    }

    @Test
    void rows_that_the_database_removed_in_place_of_the_client_are_found() {
        assertFails(
                "matrix.o2m.delete.pd-false.notnull.cascade.unloaded",
                Lazy::new,
                "The client deleted 0 row(s) of posts instead of 2; the database removed 2 row(s) of posts instead of 0");
    }

    @Test
    void reading_that_was_left_out_is_found() {
        assertFails(
                "matrix.o2m.delete.pd-false.notnull.cascade.unloaded",
                Lazy::new,
                "the unit of work did not read entities of posts, which it should");
    }

    @Test
    void reading_on_its_own_account_is_found() {
        assertFails("del.twice", Curious::new, "The unit of work read entities of users on its own account.");
    }

    @Test
    void an_update_more_than_needed_is_found() {
        assertFails("do.move.m2o-unloaded", Busy::new, "The client updated 2 row(s) of posts instead of 1;");
    }

    @Test
    void a_flush_that_keeps_quiet_about_rows_is_found() {
        assertFails(
                "del.twice",
                Silent::new,
                "The flushes report 0 inserted, 0 updated, 0 deleted rows by the client in posts, and there were 0 inserted, 0 updated, 2 deleted");
    }

    @Test
    void a_flush_that_keeps_quiet_about_the_database_is_found() {
        assertFails(
                "matrix.o2m.delete.pd-true.notnull.cascade.unloaded",
                Silent::new,
                "rows by the database in posts, and there were 0 inserted, 0 updated, 2 deleted");
    }

    @Test
    void a_flush_that_tells_rows_which_it_did_not_write_is_found() {
        assertFails(
                "del.twice",
                Boastful::new,
                "The flushes report 1 inserted, 0 updated, 0 deleted rows by the client in tags, and there were 0 inserted, 0 updated, 0 deleted");
    }

    @Test
    void a_state_that_is_not_true_is_found() {
        assertFails("del.child-state-after-cascade", Possessive::new, "State(p) is managed instead of not managed");
    }

    @Test
    void another_kind_of_error_is_found() {
        assertFails(
                "su.generated-ids",
                Failing::new,
                "It ended other:IllegalStateException at step 6 (commit) instead of committed");
    }

    @Test
    void an_error_at_another_step_is_found() {
        assertFails(
                "do.remove.none-notnull",
                Failing::new,
                "It ended other:IllegalStateException at step 3 (commit) instead of integrity_violation:not_null at step 3 (commit).");
    }

    @Test
    void a_connection_that_is_kept_is_found_and_given_back() {
        BiFunction<PersistenceSession, DataSource, PersistenceSession> leak = (good, dataSource) -> {
            try {
                dataSource.getConnection();
                return good;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        };
        for (int i = 0; i < 15; i++) {
            assertThat(result("del.twice", leak).difference()).isEqualTo("1 connection(s) were not given back.");
        }
    }

    @Test
    void what_an_adapter_refuses_is_unsupported_and_not_green() {
        Result result = result("del.twice", new RefusingAdapter());

        assertThat(result.status()).isEqualTo(Status.UNSUPPORTED);
        assertThat(result.difference()).contains("User.posts: lists");
    }

    @Test
    void an_adapter_that_cannot_be_connected_fails_at_the_mapping() {
        Result result = result("del.twice", new RefusingAdapter(new IllegalStateException("no")));

        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.difference())
                .startsWith("It ended other:IllegalStateException at mapping instead of committed");
    }

    private static void assertFails(
            String id, Function<PersistenceSession, PersistenceSession> fault, String difference) {
        Result result = result(id, fault);
        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.difference()).contains(difference);
    }

    private static Result result(String id, Function<PersistenceSession, PersistenceSession> fault) {
        return result(id, (good, dataSource) -> fault.apply(good));
    }

    private static Result result(String id, BiFunction<PersistenceSession, DataSource, PersistenceSession> fault) {
        return result(id, new BrokenAdapter(fault));
    }

    private static Result result(String id, PersistenceAdapter adapter) {
        Scenario scenario = new Selection(id).of(SCENARIOS).get(0);
        try (ConnectedModel connected =
                ConnectedModel.open(environments.of(scenario.model()), adapter, Mode.CONTRACT, ReferenceLoading.LAZY)) {
            return JUDGE.judge(scenario, connected.run(scenario, Door.UNIT_OF_WORK, PairWriting.BOTH_SIDES));
        }
    }

    private static final class Forgetful extends SessionWrapper {
        Forgetful(PersistenceSession good) {
            super(good);
        }

        @Override
        public void remove(Object entity) {}
    }

    private static final class Undecided extends SessionWrapper {
        Undecided(PersistenceSession good) {
            super(good);
        }

        @Override
        public void commit() {
            good.flush();
            good.rollback();
        }
    }

    /** Leaves everything to the database. */
    private static final class Lazy extends SessionWrapper {
        Lazy(PersistenceSession good) {
            super(good);
        }

        @Override
        public void remove(Object entity) {
            send("DELETE FROM users WHERE id = 1");
        }
    }

    private static final class Curious extends SessionWrapper {
        Curious(PersistenceSession good) {
            super(good);
        }

        @Override
        public void commit() {
            send("SELECT * FROM users");
            good.commit();
        }
    }

    private static final class Busy extends SessionWrapper {
        Busy(PersistenceSession good) {
            super(good);
        }

        @Override
        public void commit() {
            good.flush();
            send("UPDATE posts SET user_id = user_id WHERE id = 1");
            good.commit();
        }
    }

    private static final class Silent extends SessionWrapper {
        private final RowCounter untold = new RowCounter();

        Silent(PersistenceSession good) {
            super(good);
        }

        @Override
        public Optional<RowCounter> rowCounter() {
            return Optional.of(untold);
        }
    }

    private static final class Boastful extends SessionWrapper {
        Boastful(PersistenceSession good) {
            super(good);
        }

        @Override
        public void commit() {
            good.rowCounter().orElseThrow().inserted("tags", "Tag", 1);
            good.commit();
        }
    }

    private static final class Possessive extends SessionWrapper {
        Possessive(PersistenceSession good) {
            super(good);
        }

        @Override
        public boolean contains(Object entity) {
            return true;
        }
    }

    private static final class Failing extends SessionWrapper {
        Failing(PersistenceSession good) {
            super(good);
        }

        @Override
        public void commit() {
            throw new IllegalStateException("broken");
        }
    }
}
