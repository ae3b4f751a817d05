package io.github.cascadecontract.assertj;

import static io.github.cascadecontract.assertj.CascadeAssertions.assertThat;
import static io.github.cascadecontract.assertj.Plans.blocked;
import static io.github.cascadecontract.assertj.Plans.blog;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What tests of applications say about a plan, and what they read when it is not so. */
class RemovalPlanAssertTest {

    static final List<Consumer<RemovalPlanAssert>> TRUE_OF_THE_BLOG = List.of(
            plan -> plan.removesByDatabase("posts", 100_000).isNotBlocked(),
            plan -> plan.removesByClient("users", 1).removesByClient("users_tags", 3),
            plan -> plan.releasesByClient("comments", 7).changesByDatabase("ratings", 5),
            plan -> plan.removesByClient("posts", 0).removesByDatabase("no_such_table", 0),
            plan -> plan.touchesOnly("users", "posts", "comments", "ratings", "users_tags", "no_such_table"),
            plan -> plan.doesNotTouch("audit_entries").skipsNothing().hasNoNotes());

    static final List<Consumer<RemovalPlanAssert>> UNTRUE_OF_THE_BLOG = List.of(
            plan -> plan.removesByDatabase("posts", 99_999),
            plan -> plan.removesByClient("posts", 100_000),
            plan -> plan.removesByClient("comments", 7),
            plan -> plan.releasesByClient("ratings", 5),
            plan -> plan.changesByDatabase("comments", 7),
            plan -> plan.removesByDatabase("no_such_table", 1),
            plan -> plan.touchesOnly("users", "posts", "comments", "ratings"),
            plan -> plan.doesNotTouch("audit_entries", "ratings"),
            plan -> plan.isBlocked(),
            plan -> plan.isBlockedBy("posts"),
            plan -> plan.isBlockedBy("posts", Obstacle.Kind.RESTRICT));

    @ParameterizedTest
    @FieldSource("TRUE_OF_THE_BLOG")
    void what_is_so_passes(Consumer<RemovalPlanAssert> assertion) {
        assertThatCode(() -> assertion.accept(assertThat(blog()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @FieldSource("UNTRUE_OF_THE_BLOG")
    void what_is_not_so_fails_and_shows_the_whole_plan(Consumer<RemovalPlanAssert> assertion) {
        assertThat(failure(() -> assertion.accept(assertThat(blog())))).hasMessageContaining(blog().toString());
    }

    @Test
    void a_wrong_number_is_told_beside_the_right_one() {
        assertThat(failure(() -> assertThat(blog()).removesByDatabase("posts", 99_999)))
                .hasMessageStartingWith("Expected 99,999 rows of posts deleted by the database, but it is 100,000:")
                .hasFieldOrPropertyWithValue("actual.value", 100_000L)
                .hasFieldOrPropertyWithValue("expected.value", 99_999L);
    }

    @Test
    void a_description_comes_first() {
        assertThat(failure(() -> assertThat(blog()).as("after 50% of it").isBlocked()))
                .hasMessageStartingWith("[after 50% of it] Expected something in the way, but nothing is:");
    }

    @Test
    void rows_in_the_way_are_blocked_and_not_touched() {
        assertThat(blocked())
                .isBlocked()
                .isBlockedBy("audit_entries")
                .isBlockedBy("audit_entries", Obstacle.Kind.PROTECTED)
                .doesNotTouch("audit_entries")
                .touchesOnly("users");
        assertThat(failure(() -> assertThat(blocked()).isNotBlocked()))
                .hasMessageContaining("in the way: AuditEntry.user: 2 rows are @Protected (PRO-1). Keep them.");
        assertThat(failure(() -> assertThat(blocked()).isBlockedBy("audit_entries", Obstacle.Kind.RESTRICT)))
                .hasMessageStartingWith(
                        "Expected rows of audit_entries in the way by RESTRICT, but they are by [PROTECTED]");
    }

    @Test
    void rows_that_are_not_counted_are_neither_none_nor_any_number() {
        RemovalPlan plan = Plans.of(Plans.uncounted("posts"));
        assertThat(failure(() -> assertThat(plan).removesByDatabase("posts", 0)))
                .hasMessageContaining("but rows of this table are not counted");
        assertThat(failure(() -> assertThat(plan).touchesOnly("users"))).hasMessageContaining("[posts]");
        assertThat(failure(() -> assertThat(plan).doesNotTouch("posts"))).hasMessageContaining("[posts]");
    }

    @Test
    void no_rows_are_not_touched() {
        RemovalPlan plan = Plans.of(Plans.rows("posts", Actor.DATABASE, Effect.DELETE, 0));
        assertThat(plan).touchesOnly("users").doesNotTouch("posts");
    }

    @Test
    void skipped_callbacks_and_notes_are_told() {
        RemovalPlan skipping = Plans.of(Plans.withoutCallbacks("posts"));
        assertThat(failure(() -> assertThat(skipping).skipsNothing()))
                .hasMessageStartingWith("Expected nothing skipped, but rows go without [@PreRemove]");
        RemovalPlan limited = new RemovalPlan("User", "1", List.of(), List.of("audit could not be counted"));
        assertThat(failure(() -> assertThat(limited).hasNoNotes()))
                .hasMessageContaining("note: audit could not be counted");
    }

    @Test
    void no_plan_at_all_fails() {
        assertThat(failure(() -> assertThat((RemovalPlan) null).isNotBlocked())).hasMessageContaining("not to be null");
    }

    private static Throwable failure(ThrowingCallable assertion) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionError.class);
        return failure;
    }
}
