package io.github.cascadecontract.conformance.report;

import static io.github.cascadecontract.conformance.report.SmallReport.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowDifferenceTest {
    private static RowDifference between(List<Map<String, Object>> expected, List<Map<String, Object>> observed) {
        return RowDifference.between(rows(expected), rows(observed));
    }

    private static Observables rows(List<Map<String, Object>> rows) {
        return new Observables("committed", null, Map.of("posts", rows), null, null, null, List.of(), Map.of());
    }

    @Test
    void equal_rows_in_another_order_do_not_differ() {
        assertThat(between(List.of(post(1, 1), post(2, 1)), List.of(post(2, 1), post(1, 1))))
                .isEqualTo(RowDifference.none());
    }

    @Test
    void a_row_that_is_gone_is_lost() {
        RowDifference rows = between(List.of(post(1, 1), post(2, 1)), List.of(post(2, 1)));
        assertThat(rows.lost()).isEqualTo(Map.of("posts", List.of("1")));
        assertThat(rows.kept()).isEmpty();
        assertThat(rows.changed()).isEmpty();
    }

    @Test
    void a_row_too_many_is_kept() {
        assertThat(between(List.of(), List.of(post(7, 1))).kept()).isEqualTo(Map.of("posts", List.of("7")));
    }

    @Test
    void a_row_with_another_value_is_changed_and_neither_lost_nor_kept() {
        RowDifference rows = between(List.of(post(1, 2)), List.of(post(1, 1)));
        assertThat(rows.changed()).isEqualTo(Map.of("posts", List.of("1")));
        assertThat(rows.lost()).isEmpty();
        assertThat(rows.kept()).isEmpty();
    }

    @Test
    void any_value_stands_for_a_generated_id() {
        Map<String, Object> generated = new LinkedHashMap<>(post(1, 2));
        generated.put("id", Map.of("any", true));
        assertThat(between(List.of(generated), List.of(post(1000, 2)))).isEqualTo(RowDifference.none());
    }

    @Test
    void a_link_row_is_known_by_all_its_values() {
        RowDifference rows = between(List.of(Map.of("post_id", 1)), List.of(Map.of("post_id", 2)));
        assertThat(rows.lost()).isEqualTo(Map.of("posts", List.of("1")));
        assertThat(rows.kept()).isEqualTo(Map.of("posts", List.of("2")));
    }

    @Test
    void a_table_that_only_one_side_names_counts() {
        Observables none = new Observables("committed", null, Map.of(), null, null, null, List.of(), Map.of());
        assertThat(RowDifference.between(rows(List.of(post(1, 1))), none).lost())
                .containsKey("posts");
        assertThat(RowDifference.between(none, rows(List.of(post(1, 1)))).kept())
                .containsKey("posts");
    }

    @Test
    void rows_that_are_not_compared_do_not_differ() {
        Observables unknown = new Observables("committed", null, null, null, null, null, List.of(), Map.of());
        assertThat(RowDifference.between(unknown, rows(List.of(post(1, 1))))).isEqualTo(RowDifference.none());
        assertThat(RowDifference.between(null, rows(List.of(post(1, 1))))).isEqualTo(RowDifference.none());
    }

    @Test
    void the_kind_of_number_does_not_matter() {
        assertThat(between(List.of(Map.of("id", 1)), List.of(Map.of("id", 1L)))).isEqualTo(RowDifference.none());
    }
}
