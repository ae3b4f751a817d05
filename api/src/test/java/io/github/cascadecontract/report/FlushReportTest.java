package io.github.cascadecontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.RowCounter;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How counted rows become a report, and what it says of the database. */
class FlushReportTest {
    private final RowCounter counter = new RowCounter();
    private FlushReport report = FlushReport.NOTHING;

    @Test
    void rows_are_summed_by_table_and_entity_in_the_order_of_their_first_statement() {
        counter.inserted("posts", "Post", 2);
        counter.updated("animals", "Dog", 1);
        counter.deleted("posts", "Post", 3);
        counter.inserted("animals", "Cat", 1);
        counter.inserted("posts", "Post", 1);

        FlushReport report = counter.take();

        assertThat(report.client())
                .containsExactly(
                        new ClientRows("posts", "Post", 3, 0, 3),
                        new ClientRows("animals", "Dog", 0, 1, 0),
                        new ClientRows("animals", "Cat", 1, 0, 0));
        assertThat(report.client("animals")).isEqualTo(new ClientRows("animals", null, 1, 1, 0));
        assertThat(report.client("tags")).isEqualTo(new ClientRows("tags", null, 0, 0, 0));
    }

    @Test
    void what_was_reported_is_not_reported_again() {
        counter.inserted("posts", "Post", 2);
        counter.take();

        assertThat(counter.take()).isEqualTo(FlushReport.NOTHING);
    }

    @Test
    void a_statement_that_affects_nothing_is_not_told() {
        counter.deleted("posts", "Post", 0);

        assertThat(counter.take().isEmpty()).isTrue();
    }

    @Test
    void a_table_has_one_name_however_statements_write_it() {
        counter.inserted("Posts", "Post", 1);
        counter.inserted("\"posts\"", "Post", 1);
        counter.inserted("shop.\"Order\"", "Order", 1);
        counter.inserted("\"Weird \"\" name\"", "Weird", 1);

        assertThat(counter.take().client())
                .extracting(ClientRows::table)
                .containsExactly("posts", "shop.\"Order\"", "\"Weird \"\" name\"");
    }

    @Test
    void without_a_deleted_row_no_key_had_anything_to_do() {
        counter.inserted("posts", "Post", 1);

        assertThat(counter.take().database()).isInstanceOf(DatabaseRows.None.class);
    }

    @Test
    void what_keys_did_is_unknown_without_a_plan() {
        counter.deleted("users", "User", 1);

        assertThat(counter.take().database()).isInstanceOf(DatabaseRows.Unknown.class);
    }

    @Test
    void a_plan_that_was_not_carried_out_tells_nothing() {
        counter.planned("ada", plan(1, OptionalLong.of(100)));
        counter.deleted("users", "User", 1);

        assertThat(counter.take().database()).isInstanceOf(DatabaseRows.Unknown.class);
    }

    @Test
    void a_plan_that_was_carried_out_tells_the_rows_of_the_database_as_an_estimate() {
        removeAda(plan(1, OptionalLong.of(100_000)));

        assertThat(counter.take()).hasToString("""
                client:
                  User (users): 1 deleted
                database: estimated, counted by the plan of User 1 before the flush
                  posts: 100,000 deleted
                """);
    }

    @Test
    void a_plan_is_used_once() {
        removeAda(plan(1, OptionalLong.of(100)));
        counter.take();
        removeAgain();

        assertThat(counter.take().database()).isInstanceOf(DatabaseRows.Unknown.class);
    }

    @Test
    void a_plan_of_what_is_no_longer_managed_is_forgotten() {
        counter.planned("ada", plan(1, OptionalLong.of(100)));
        counter.forgetPlans();
        removeAgain();

        assertThat(counter.take().database()).isInstanceOf(DatabaseRows.Unknown.class);
    }

    @Test
    void plans_of_several_entities_are_added_up() {
        counter.planned("grace", plan(1, OptionalLong.of(20)));
        counter.planned("ada", plan(1, OptionalLong.of(100)));
        counter.removed("grace");
        removeAgain();
        counter.deleted("users", "User", 1);

        assertThat(estimate().table("posts")).isEqualTo(new EstimatedRows("posts", 120, 0));
        assertThat(estimate().table("tags")).isEqualTo(new EstimatedRows("tags", 0, 0));
    }

    @Test
    void a_plan_of_all_that_is_removed_stands_for_the_earlier_ones() {
        counter.planned("grace", plan(1, OptionalLong.of(20)));
        RemovalPlan both = new RemovalPlan(
                "User", "1", List.of(root(1, OptionalLong.of(100)), root(1, OptionalLong.of(20))), List.of());
        counter.planned("ada", both);
        counter.removed("grace");
        removeAgain();
        counter.deleted("users", "User", 1);

        assertThat(estimate().table("posts").deleted()).isEqualTo(120);
        assertThat(estimate().notes()).isEmpty();
    }

    @Test
    void the_estimate_says_where_the_flush_deleted_other_rows_than_planned() {
        removeAda(plan(1, OptionalLong.of(100)));
        counter.deleted("users", "User", 2);

        assertThat(estimate().notes()).containsExactly("the client deleted 3 row(s) of users, the plan said 1");
    }

    @Test
    void the_estimate_says_what_the_plan_could_not_count() {
        removeAda(plan(1, OptionalLong.empty()));

        assertThat(estimate().rows()).isEmpty();
        assertThat(estimate().notes()).containsExactly("rows of posts are not counted");
    }

    private DatabaseRows.Estimated estimate() {
        if (report == FlushReport.NOTHING) report = counter.take();
        return (DatabaseRows.Estimated) report.database();
    }

    private void removeAda(RemovalPlan plan) {
        counter.planned("ada", plan);
        removeAgain();
    }

    private void removeAgain() {
        counter.deleted("users", "User", 1);
        counter.removed("ada");
    }

    private static RemovalPlan plan(long users, OptionalLong posts) {
        return new RemovalPlan("User", "1", List.of(root(users, posts)), List.of());
    }

    private static PlannedRows root(long users, OptionalLong posts) {
        PlannedRows below = rows(new Place("posts", "Post", "User.posts", "fk"), Actor.DATABASE, posts, List.of());
        return rows(new Place("users", "User", null, null), Actor.CLIENT_EACH, OptionalLong.of(users), List.of(below));
    }

    private static PlannedRows rows(Place place, Actor actor, OptionalLong rows, List<PlannedRows> below) {
        return new PlannedRows(place, actor, Effect.DELETE, rows, Rule.REM_1, List.of(), List.of(), null, below);
    }
}
