package io.github.cascadecontract.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.conformance.run.Course.Turn;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VariantTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void the_new_parent_of_a_moved_child_is_found_first_and_steps_keep_their_places() {
        assertThat(played(Variant.REORDERED_LOADS, "do.move.append"))
                .containsExactly("1 get", "0 get", "2 get", "3 append", "4 ids", "5 commit");
    }

    @Test
    void no_look_up_is_drawn_before_a_step_that_writes() {
        assertThat(played(Variant.REORDERED_LOADS, "do.move.remove-flush-append"))
                .containsSubsequence("5 flush", "7 append");
        assertThat(Variant.REORDERED_LOADS.of(scenario("bk.delete-then-touch-child")))
                .isEmpty();
    }

    @Test
    void a_scenario_in_which_nothing_moves_is_not_played_again() {
        assertThat(Variant.REORDERED_LOADS.of(scenario("del.twice"))).isEmpty();
        assertThat(Variant.NAMED_SIDE.of(scenario("del.twice"))).isEmpty();
    }

    @Test
    void only_the_named_side_is_touched_where_there_is_another() {
        assertThat(Variant.NAMED_SIDE.of(scenario("do.move.append")))
                .map(Course::writing)
                .contains(PairWriting.NAMED_SIDE);
        assertThat(Variant.NAMED_SIDE.of(scenario("do.move.nobackref-append-only")))
                .isEmpty();
    }

    @Test
    void flush_commit_and_savepoint_flush_twice_and_what_is_tried_does_not() {
        assertThat(played(Variant.SECOND_FLUSH, "tx.savepoint-error"))
                .containsExactly(
                        "0 get",
                        "1 get",
                        "2 set",
                        "3 savepoint",
                        "3 flush",
                        "4 delete",
                        "5 try",
                        "6 rollback_to",
                        "7 state",
                        "8 flush",
                        "8 commit");
    }

    @Test
    void variants_are_named_by_a_system_property() {
        assertThat(selected("none")).isEmpty();
        assertThat(selected("all")).containsExactly(Variant.values());
        assertThat(selected("second-flush, named-side"))
                .containsExactlyInAnyOrder(Variant.SECOND_FLUSH, Variant.NAMED_SIDE);
        assertThatThrownBy(() -> selected("backwards"))
                .hasMessage(
                        "-Dcascade.variants: 'backwards' is none of named-side, reordered-loads, second-flush, planned-first, all, none");
    }

    private static Iterable<Variant> selected(String names) {
        return with(names, Variant::fromSystemProperties);
    }

    private static <T> T with(String names, Supplier<T> work) {
        Optional<String> before = Optional.ofNullable(System.getProperty(Variant.PROPERTY));
        System.setProperty(Variant.PROPERTY, names);
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(
                    value -> System.setProperty(Variant.PROPERTY, value), () -> System.clearProperty(Variant.PROPERTY));
        }
    }

    private static List<String> played(Variant variant, String id) {
        return variant.of(scenario(id)).orElseThrow().turns().stream()
                .map(VariantTest::words)
                .toList();
    }

    private static String words(Turn turn) {
        return turn.index() + " " + turn.step().word();
    }

    private static Scenario scenario(String id) {
        return SCENARIOS.all().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
