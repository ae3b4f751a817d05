package io.github.cascadecontract.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.Observation.Ending;
import io.github.cascadecontract.conformance.run.Observation.Reading;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A planted difference on each channel is found, and nothing else is. */
class JudgeTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();
    private static final Judge JUDGE = new Judge(SCENARIOS, OpenQuestions.load());

    /** Two posts and their user by the client; posts are read. */
    private static final String REMOVED = "del.twice";

    @Test
    void what_was_recorded_passes() {
        Result result = judge(REMOVED, removed());

        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(result.difference()).isNull();
        assertThat(result.rule()).isNull();
    }

    @Test
    void another_outcome_is_found() {
        Observation failed = new Seen(removed())
                .ending("integrity_violation:foreign_key", "3")
                .observation();

        assertFails(
                judge(REMOVED, failed),
                "It ended integrity_violation:foreign_key at step 3 (commit) instead of committed.");
    }

    @Test
    void another_failing_step_is_found() {
        String id = "del.unknown-child";
        Observation early = new Seen(unchanged(id))
                .ending("integrity_violation:foreign_key", "3")
                .observation();

        assertFails(
                judge(id, early),
                "It ended integrity_violation:foreign_key at step 3 (delete) instead of integrity_violation:foreign_key at step 4 (commit).");
    }

    @Test
    void a_lost_a_kept_and_a_changed_row_are_found() {
        Map<String, List<Map<String, Object>>> rows = Map.of(
                "posts",
                List.of(Map.of("id", 1L, "title", "post1", "user_id", 1L), changedTitle()),
                "users",
                List.of());

        assertFails(
                judge(REMOVED, new Seen(removed()).rows(rows).observation()),
                "Row 3 of posts has title changed instead of post3; row 1 of posts is there and should not be; row 2 of users is gone.");
    }

    private static Map<String, Object> changedTitle() {
        Map<String, Object> row = new java.util.HashMap<>(Map.of("id", 3L, "title", "changed", "user_id", 2L));
        row.put("description", null);
        return row;
    }

    @Test
    void another_actor_is_found() {
        Observation byDatabase = new Seen(removed())
                .client(Map.of("users", new RowCounts(0, 0, 1)))
                .database(Map.of("posts", new RowCounts(0, 0, 2)))
                .observation();

        assertFails(
                judge(REMOVED, byDatabase),
                "The client deleted 0 row(s) of posts instead of 2; the database removed 2 row(s) of posts instead of 0.");
    }

    @Test
    void an_update_too_many_is_found() {
        Observation updated = new Seen(removed())
                .client(Map.of("posts", new RowCounts(0, 2, 2), "users", new RowCounts(0, 0, 1)))
                .observation();

        assertFails(judge(REMOVED, updated), "The client updated 2 row(s) of posts instead of 0.");
    }

    @Test
    void who_acted_is_not_compared_where_the_transaction_does_not_commit() {
        String id = "del.unknown-child";
        Observation sent = new Seen(unchanged(id))
                .ending("integrity_violation:foreign_key", "4")
                .client(Map.of("posts", new RowCounts(0, 0, 2)))
                .observation();

        assertThat(judge(id, sent).status()).isEqualTo(Status.PASS);
    }

    @Test
    void reading_that_is_missing_is_found() {
        assertFails(
                judge(REMOVED, new Seen(removed()).ownAccount(Map.of()).observation()),
                "The unit of work did not read entities of posts, which it should.");
    }

    @Test
    void reading_too_much_is_found() {
        assertFails(
                judge(
                        REMOVED,
                        new Seen(removed())
                                .ownAccount(Map.of("posts", 1, "users", 2))
                                .observation()),
                "The unit of work read entities of users on its own account.");
    }

    @Test
    void how_often_a_table_is_read_is_not_compared() {
        assertThat(judge(
                                REMOVED,
                                new Seen(removed())
                                        .ownAccount(Map.of("posts", 7))
                                        .observation())
                        .status())
                .isEqualTo(Status.PASS);
    }

    @Test
    void another_state_is_found() {
        String id = "su.m2o-add-child";
        Observation seen =
                met(id).looks(Map.of("state(u)", Observation.NOT_MANAGED)).observation();

        assertFails(judge(id, seen), "State(u) is not managed instead of managed.");
    }

    @Test
    void a_look_that_is_missing_is_found() {
        assertFails(
                judge("su.m2o-add-child", met("su.m2o-add-child").observation()),
                "State(u) was not seen, should be managed.");
    }

    @Test
    void a_look_that_is_not_compared_may_be_anything() {
        String id = "su.append-to-persistent";
        Observation seen =
                met(id).looks(Map.of("state(n)", Observation.NOT_MANAGED)).observation();

        assertThat(judge(id, seen).status()).isEqualTo(Status.PASS);
    }

    @Test
    void a_connection_that_is_not_given_back_is_found() {
        assertFails(
                judge(REMOVED, new Seen(removed()).leftOpen(1).observation()), "1 connection(s) were not given back.");
    }

    @Test
    void the_contracts_own_expectation_is_a_decision() {
        Observation cancelled = unchanged("del.cancel-by-add");

        Result result = judge(
                "del.cancel-by-add",
                new Seen(cancelled).ending("committed", null).observation());

        assertThat(result.status()).isEqualTo(Status.DECIDED);
        assertThat(result.rule()).isEqualTo("K4");
        assertThat(result.difference()).startsWith("persist cancels the removal as a whole");
    }

    @Test
    void what_was_recorded_fails_where_the_contract_decides_otherwise() {
        Scenario scenario = scenario("del.cancel-by-add");
        Observation recorded = met(scenario.id()).observation();

        assertThat(judge(scenario.id(), recorded).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void the_number_of_updates_that_break_a_cycle_is_not_compared() {
        Observation seen = new Seen(removed())
                .rows(Map.of("nodes", List.of()))
                .client(Map.of("nodes", new RowCounts(0, 5, 2)))
                .ownAccount(Map.of())
                .observation();

        assertThat(judge("tr.two-cycle-delete", seen).status()).isEqualTo(Status.DECIDED);
    }

    @Test
    void a_provider_that_loads_a_one_to_one_by_find_is_compared_with_the_loaded_twin() {
        String id = "matrix.o2o.delete.pd-true.notnull.cascade.unloaded";
        Scenario twin = scenario("matrix.o2o.delete.pd-true.notnull.cascade.loaded");
        Observation asTwin = met(twin.id()).observation();
        Observation excused = new Seen(asTwin)
                .loadedByFind(Map.of("User.profile", "profiles"))
                .observation();

        assertThat(judge(id, asTwin).status()).isEqualTo(Status.FAIL);
        Result result = judge(id, excused);
        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(result.note()).isEqualTo("find loads User.profile: compared with " + twin.id());
    }

    @Test
    void the_failing_step_of_a_twin_is_one_earlier_without_the_load() {
        String id = "matrix.o2o.none.pd-false.notnull.no-action.unloaded";
        Observation failed = new Seen(unchanged(id))
                .ending("integrity_violation:not_null", "2")
                .loadedByFind(Map.of("User.profile", "profiles"))
                .ownAccount(Map.of())
                .observation();

        assertThat(judge(id, failed).status()).isEqualTo(Status.PASS);
    }

    @Test
    void a_question_about_a_kind_of_provider_covers_reading_on_such_a_provider_alone() {
        String id = "mo.cascade-delete-last";
        Seen early = new Seen(met(id).observation()).ownAccount(Map.of());
        Seen excused = early.loadedWithOwner(Set.of("users"));

        assertFails(
                judge(id, early.observation()), "The unit of work did not read entities of users, which it should.");
        Result open = judge(id, excused.observation());
        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.difference())
                .startsWith(
                        "The unit of work did not read entities of users, which it should. Proposed: Words: where a provider");
        assertThat(judge(id, excused.rows(Map.of()).observation()).status()).isEqualTo(Status.FAIL);
        assertThat(judge(id, met(id).observation()).status()).isEqualTo(Status.PASS);
    }

    @Test
    void a_questioned_scenario_is_open_and_shows_the_proposal() {
        OpenQuestions questions = OpenQuestions.parse(
                "{\"questions\": [{\"scenarios\": [\"del.twice\"], \"when\": \"always\", \"proposal\": \"Say so in REM-4\"}]}");
        Judge judge = new Judge(SCENARIOS, questions);
        Attempt failed = new Attempt.Observed(new Seen(removed()).leftOpen(1).observation());

        Result result = judge.judge(scenario(REMOVED), failed);

        assertThat(result.status()).isEqualTo(Status.OPEN);
        assertThat(result.difference()).isEqualTo("1 connection(s) were not given back. Proposed: Say so in REM-4");
        assertThat(judge.judge(scenario(REMOVED), new Attempt.Observed(removed()))
                        .status())
                .isEqualTo(Status.PASS);
    }

    @Test
    void nothing_is_open_where_nothing_is_questioned() {
        Judge judge = new Judge(SCENARIOS, OpenQuestions.none());
        Observation early = met("mo.cascade-delete-last")
                .ownAccount(Map.of())
                .loadedWithOwner(Set.of("users"))
                .observation();

        assertThat(judge.judge(scenario("mo.cascade-delete-last"), new Attempt.Observed(early))
                        .status())
                .isEqualTo(Status.FAIL);
    }

    @Test
    void what_is_unsupported_is_never_green() {
        Result result = JUDGE.judge(scenario(REMOVED), new Attempt.Unsupported("no lists"));

        assertThat(result.status()).isEqualTo(Status.UNSUPPORTED);
        assertThat(result.difference()).isEqualTo("no lists");
    }

    @Test
    void what_java_has_no_word_for_is_not_run() {
        assertThat(JUDGE.notPortable(scenario("su.viewonly")))
                .hasValueSatisfying(result -> assertThat(result.status()).isEqualTo(Status.NOT_PORTABLE));
        assertThat(JUDGE.notPortable(scenario(REMOVED))).isEmpty();
    }

    private static void assertFails(Result result, String difference) {
        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.difference()).isEqualTo(difference);
    }

    private static Result judge(String id, Observation observation) {
        return JUDGE.judge(scenario(id), new Attempt.Observed(observation));
    }

    private static Scenario scenario(String id) {
        return SCENARIOS.all().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Observation removed() {
        return met(REMOVED).observation();
    }

    /** An observation that is exactly what was recorded, without looks. */
    private static Seen met(String id) {
        Scenario scenario = scenario(id);
        Map<String, RowCounts> client = new java.util.TreeMap<>();
        scenario.recorded()
                .client()
                .forEach(
                        (table, rows) -> client.put(table, new RowCounts(rows.insert(), rows.update(), rows.delete())));
        Map<String, RowCounts> database = new java.util.TreeMap<>();
        scenario.recorded()
                .removedByDatabase()
                .forEach((table, rows) -> database.put(table, new RowCounts(0, 0, rows)));
        Map<String, Integer> read = new java.util.TreeMap<>();
        scenario.recorded().loading().must().forEach(table -> read.put(table, 1));
        return new Seen(unchanged(id))
                .client(client)
                .database(database)
                .ownAccount(read)
                .ending("committed", null);
    }

    /** Recorded rows, nobody acted. */
    private static Observation unchanged(String id) {
        Scenario scenario = scenario(id);
        Map<String, List<Map<String, Object>>> rows = SCENARIOS
                .decisions()
                .about(id)
                .map(decision -> decision.expectation().finalRows())
                .orElse(scenario.recorded().finalRows());
        Map<String, Integer> read = new java.util.TreeMap<>();
        scenario.recorded().loading().must().forEach(table -> read.put(table, 1));
        return new Observation(
                new Ending("not_committed", null, null),
                rows,
                Map.of(),
                Map.of(),
                new Reading(read, Set.of(), Map.of(), Set.of()),
                List.of(),
                Map.of(),
                0);
    }

    @Test
    void what_was_read_for_the_caller_need_not_be_read_by_the_unit_of_work() {
        Reading reading = new Reading(Map.of(), Set.of("posts"), Map.of(), Set.of());
        Seen removed = new Seen(removed());
        Observation read = removed.with(
                removed.observation().ending(),
                removed.observation().finalRows(),
                reading,
                removed.observation().looks(),
                0);

        assertThat(judge(REMOVED, read).status()).isEqualTo(Status.PASS);
        assertFails(
                judge(REMOVED, removed.ownAccount(Map.of()).observation()),
                "The unit of work did not read entities of posts, which it should.");
    }

    /** An observation with one thing changed. */
    private record Seen(Observation observation) {
        Seen ending(String outcome, String step) {
            return new Seen(with(
                    new Ending(outcome, step, null),
                    observation.finalRows(),
                    observation.reading(),
                    observation.looks(),
                    0));
        }

        Seen rows(Map<String, List<Map<String, Object>>> rows) {
            return new Seen(with(observation.ending(), rows, observation.reading(), observation.looks(), 0));
        }

        Seen looks(Map<String, Object> looks) {
            return new Seen(with(observation.ending(), observation.finalRows(), observation.reading(), looks, 0));
        }

        Seen leftOpen(int connections) {
            return new Seen(with(
                    observation.ending(),
                    observation.finalRows(),
                    observation.reading(),
                    observation.looks(),
                    connections));
        }

        Seen ownAccount(Map<String, Integer> tables) {
            Reading reading =
                    new Reading(tables, Set.of(), observation.reading().loadedByFind(), Set.of());
            return new Seen(with(observation.ending(), observation.finalRows(), reading, observation.looks(), 0));
        }

        Seen loadedByFind(Map<String, String> relations) {
            Reading reading = new Reading(observation.reading().ownAccount(), Set.of(), relations, Set.of());
            return new Seen(with(observation.ending(), observation.finalRows(), reading, observation.looks(), 0));
        }

        Seen loadedWithOwner(Set<String> tables) {
            Reading reading = new Reading(observation.reading().ownAccount(), Set.of(), Map.of(), tables);
            return new Seen(with(observation.ending(), observation.finalRows(), reading, observation.looks(), 0));
        }

        Seen client(Map<String, RowCounts> counts) {
            return new Seen(new Observation(
                    observation.ending(),
                    observation.finalRows(),
                    counts,
                    observation.byDatabase(),
                    observation.reading(),
                    List.of(),
                    observation.looks(),
                    0));
        }

        Seen database(Map<String, RowCounts> counts) {
            return new Seen(new Observation(
                    observation.ending(),
                    observation.finalRows(),
                    observation.byClient(),
                    counts,
                    observation.reading(),
                    List.of(),
                    observation.looks(),
                    0));
        }

        private Observation with(
                Ending ending,
                Map<String, List<Map<String, Object>>> rows,
                Reading reading,
                Map<String, Object> looks,
                int leftOpen) {
            return new Observation(
                    ending,
                    rows,
                    observation.byClient(),
                    observation.byDatabase(),
                    reading,
                    List.of(),
                    looks,
                    leftOpen);
        }
    }
}
