package io.github.cascadecontract.conformance.compare;

import static io.github.cascadecontract.conformance.recording.RowOperation.DELETE;
import static io.github.cascadecontract.conformance.recording.RowOperation.INSERT;
import static io.github.cascadecontract.conformance.recording.RowOperation.UPDATE;
import static io.github.cascadecontract.conformance.recording.RowOrigin.CLIENT;
import static io.github.cascadecontract.conformance.recording.RowOrigin.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.conformance.recording.RowOperation;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.run.PlannedFlush;
import io.github.cascadecontract.conformance.run.PlannedFlush.Before;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan tells what its flush does: table by table, layer by layer. */
class PlanDifferencesTest {
    private static final AuditedRow USER = row("users", DELETE, CLIENT, "1");
    private static final RemovalPlan POSTS_BY_DATABASE = plan(rows("posts", Actor.DATABASE, Effect.DELETE, 2));

    @Test
    void what_was_planned_and_happened_is_no_difference() {
        assertThat(differences(
                        POSTS_BY_DATABASE,
                        USER,
                        row("posts", DELETE, DATABASE, "1"),
                        row("posts", DELETE, DATABASE, "2")))
                .isEmpty();
    }

    @Test
    void the_same_rows_by_another_layer_are_a_difference_told_by_table_with_the_plan() {
        assertThat(differences(
                        POSTS_BY_DATABASE, row("posts", DELETE, CLIENT, "1"), row("posts", DELETE, CLIENT, "2"), USER))
                .singleElement()
                .asString()
                .startsWith("the plan before step 2 is not what happened: "
                        + "posts deleted by the client: planned 0, observed 2; "
                        + "posts deleted by the database: planned 2, observed 0\n")
                .contains("      remove User 1\n", "2 rows, delete by database [REM-1]");
    }

    @Test
    void rows_of_a_table_that_the_plan_does_not_name_are_a_difference() {
        RemovalPlan plan = plan(null);

        assertThat(differences(plan, USER, row("audit", UPDATE, DATABASE, "7")))
                .singleElement()
                .asString()
                .contains("audit updated by the database: planned 0, observed 1");
    }

    @Test
    void a_key_that_is_cleared_only_so_that_its_row_can_go_is_not_counted() {
        RemovalPlan plan = plan(rows("posts", Actor.CLIENT_EACH, Effect.DELETE, 1));

        assertThat(differences(plan, row("posts", UPDATE, CLIENT, "1"), row("posts", DELETE, CLIENT, "1"), USER))
                .isEmpty();
    }

    @Test
    void a_row_that_is_updated_twice_or_inserted_by_the_same_flush_is_not_counted_again() {
        RemovalPlan plan = plan(rows("posts", Actor.CLIENT_EACH, Effect.SET_NULL, 1));

        assertThat(differences(
                        plan,
                        row("posts", INSERT, CLIENT, "9"),
                        row("posts", UPDATE, CLIENT, "9"),
                        row("posts", UPDATE, CLIENT, "1"),
                        row("posts", UPDATE, CLIENT, "1"),
                        USER))
                .isEmpty();
    }

    @Test
    void more_rows_may_be_updated_only_where_a_step_changed_the_table() {
        RemovalPlan plan = plan(rows("posts", Actor.CLIENT_EACH, Effect.SET_NULL, 1));
        AuditedRow[] rows = {row("posts", UPDATE, CLIENT, "1"), row("posts", UPDATE, CLIENT, "2"), USER};

        assertThat(differences(plan, rows)).isNotEmpty();
        assertThat(of("del.twice", flush(plan, Set.of("posts"), null, rows))).isEmpty();
        assertThat(of("del.twice", flush(plan, Set.of("posts"), null, USER)))
                .singleElement()
                .asString()
                .contains("posts updated by the client: planned 1, observed only 0");
    }

    @Test
    void a_blocked_plan_must_be_followed_by_a_failure_of_its_kind() {
        RemovalPlan blocked = plan(blocked(Obstacle.Kind.NOT_NULL));

        assertThat(differences(blocked, USER))
                .singleElement()
                .asString()
                .contains("planned as blocked, and the flush went through");
        assertThat(failed(blocked, "integrity_violation:not_null")).isEmpty();
        assertThat(failed(blocked, "integrity_violation:foreign_key"))
                .singleElement()
                .asString()
                .contains("planned to fail with integrity_violation:not_null,"
                        + " and the flush failed with integrity_violation:foreign_key");
    }

    @Test
    void a_failure_by_a_key_must_be_planned_and_any_other_failure_is_nobodys_forecast() {
        assertThat(failed(POSTS_BY_DATABASE, "integrity_violation:foreign_key"))
                .singleElement()
                .asString()
                .contains("planned to go through, and the flush failed with integrity_violation:foreign_key");
        assertThat(failed(POSTS_BY_DATABASE, "integrity_violation:unique")).isEmpty();
        assertThat(failed(POSTS_BY_DATABASE, "unsaved_reference")).isEmpty();
        assertThat(failed(POSTS_BY_DATABASE, "integrity_violation:not_null on insert"))
                .isEmpty();
    }

    @Test
    void a_plan_that_changes_rows_or_reads_entities_is_a_difference() {
        PlannedFlush flush = new PlannedFlush(
                2, plan(null), null, new Before(Set.of(), Set.of("posts"), List.of(USER)), List.of(), null);

        assertThat(of("del.twice", flush))
                .singleElement()
                .asString()
                .contains("the plan itself has changed rows", "the plan itself has read entities of posts");
    }

    @Test
    void a_plan_is_refused_with_the_error_of_its_flush() {
        assertThat(of("del.twice", refused("unsaved_reference"))).isEmpty();
        assertThat(of("del.twice", refused("stale_data")))
                .containsExactly(
                        "the plan before step 2 was refused with unsaved_reference, and the flush failed with stale_data");
        assertThat(of("del.twice", refused(null)))
                .containsExactly(
                        "the plan before step 2 was refused with unsaved_reference, and the flush went through");
    }

    private static PlannedFlush refused(@Nullable String failure) {
        return new PlannedFlush(2, null, "unsaved_reference", before(Set.of()), List.of(), failure);
    }

    @Test
    void what_a_deferred_key_blocks_may_fail_at_the_commit_only() {
        RemovalPlan blocked = plan(blocked(Obstacle.Kind.NO_ACTION));
        PlannedFlush first = flush(blocked, Set.of(), null, USER);
        PlannedFlush commit = flush(nothing(), Set.of(), "integrity_violation:foreign_key");

        assertThat(of("del.deferred-fk", first, commit)).isEmpty();
        assertThat(of("del.twice", first, commit)).hasSize(1);
    }

    @Test
    void what_a_deferred_key_blocks_must_fail_in_the_end() {
        PlannedFlush first = flush(plan(blocked(Obstacle.Kind.NO_ACTION)), Set.of(), null, USER);

        assertThat(of("del.deferred-fk", first, flush(nothing(), Set.of(), null)))
                .singleElement()
                .asString()
                .contains("planned to fail with integrity_violation:foreign_key, and it was committed");
    }

    private static RemovalPlan nothing() {
        return new RemovalPlan("User", "-1", List.of(), List.of());
    }

    private static List<String> of(String scenario, PlannedFlush... flushes) {
        ModelSettings model =
                new Selection(scenario).of(Scenarios.builtIn()).get(0).model();
        return PlanDifferences.of(model, List.of(flushes));
    }

    private static List<String> differences(RemovalPlan plan, AuditedRow... rows) {
        return of("del.twice", flush(plan, Set.of(), null, rows));
    }

    private static List<String> failed(RemovalPlan plan, String failure) {
        return of("del.twice", flush(plan, Set.of(), failure));
    }

    private static PlannedFlush flush(
            RemovalPlan plan, Set<String> changed, @Nullable String failure, AuditedRow... rows) {
        return new PlannedFlush(2, plan, null, before(changed), List.of(rows), failure);
    }

    private static Before before(Set<String> changed) {
        return new Before(changed, Set.of(), List.of());
    }

    private static AuditedRow row(String table, RowOperation operation, RowOrigin origin, String key) {
        return new AuditedRow(table, operation, origin, key);
    }

    private static RemovalPlan plan(@Nullable PlannedRows below) {
        PlannedRows user = new PlannedRows(
                new Place("users", "User", null, null),
                Actor.CLIENT_EACH,
                Effect.DELETE,
                OptionalLong.of(1),
                Rule.REM_1,
                List.of(),
                List.of(),
                null,
                below == null ? List.of() : List.of(below));
        return new RemovalPlan("User", "1", List.of(user), List.of());
    }

    private static PlannedRows rows(String table, Actor actor, Effect effect, long rows) {
        return new PlannedRows(
                posts(table), actor, effect, OptionalLong.of(rows), Rule.REM_1, List.of(), List.of(), null, List.of());
    }

    private static PlannedRows blocked(Obstacle.Kind kind) {
        Place place = posts("posts");
        Obstacle obstacle = new Obstacle(kind, place, 1, List.of("1"), Rule.TX_2, "it is in the way", "Move it.");
        return new PlannedRows(
                place,
                Actor.NOBODY,
                Effect.BLOCKED,
                OptionalLong.of(1),
                Rule.TX_2,
                List.of(),
                List.of(),
                obstacle,
                List.of());
    }

    private static Place posts(String table) {
        return new Place(table, "Post", "User.posts", null);
    }
}
