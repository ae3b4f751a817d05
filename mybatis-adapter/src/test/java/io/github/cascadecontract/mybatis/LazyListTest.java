package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LazyListTest {
    private int loads;
    private final LazyList list = new LazyList(() -> {
        loads++;
        return List.of("a", "b", "c");
    });

    @Test
    void additions_are_queued_without_loading_and_follow_the_members_afterwards() {
        list.add("d");
        list.addAll(List.of("e", "f"));

        assertThat(loads).isZero();
        assertThat(list.members().inMemory().toString()).isEqualTo("[d, e, f]");
        assertThat(list.members().isModified()).isTrue();
        assertThat(list.members().before()).isEmpty();
        assertThat(new ArrayList<>(list)).hasToString("[a, b, c, d, e, f]");
        assertThat(loads).isOne();
        assertThat(list.members().before()).hasToString("[a, b, c]");
    }

    @Test
    void a_queued_addition_that_the_database_has_already_is_held_once() {
        list.add("b");
        assertThat(new ArrayList<>(list)).hasToString("[a, b, c]");
    }

    @Test
    void what_was_queued_is_forgotten_once_it_is_written() {
        list.add("d");
        list.members().inStep();

        assertThat(list.members().isLoaded()).isFalse();
        assertThat(list.members().inMemory()).isEmpty();
        assertThat(new ArrayList<>(list)).hasToString("[a, b, c]");
        assertThat(list.members().isModified()).isFalse();
    }

    @Test
    void reading_is_no_change() {
        assertThat(list.contains("b")).isTrue();
        assertThat(list.indexOf("c")).isEqualTo(2);
        assertThat(list).hasSize(3);
        assertThat(list.members().isModified()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void every_way_to_change_it_is_noticed(Consumer<List<Object>> change) {
        List<Object> expected = new ArrayList<>(List.of("a", "b", "c"));
        change.accept(expected);
        change.accept(list);

        assertThat(list.members().isModified()).isTrue();
        assertThat(new ArrayList<>(list)).isEqualTo(expected);
        assertThat(list.members().before()).hasToString("[a, b, c]");
    }

    static List<Consumer<List<Object>>> changes() {
        return List.of(
                list -> list.remove(1),
                list -> list.remove("c"),
                list -> list.add(0, "x"),
                list -> list.set(2, "x"),
                list -> list.removeIf("b"::equals),
                list -> list.removeAll(List.of("a", "b")),
                list -> list.retainAll(List.of("a")),
                list -> list.replaceAll(member -> member + "x"),
                List::clear,
                list -> list.subList(1, 3).clear(),
                list -> list.addAll(1, List.of("x", "y")),
                list -> list.sort((one, other) -> other.toString().compareTo(one.toString())),
                LazyListTest::removeFirstByIterator);
    }

    private static void removeFirstByIterator(List<Object> list) {
        ListIterator<Object> members = list.listIterator();
        members.next();
        members.remove();
    }
}
