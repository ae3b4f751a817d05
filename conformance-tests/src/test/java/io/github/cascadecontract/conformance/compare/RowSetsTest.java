package io.github.cascadecontract.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowSetsTest {
    private static final Map<String, Object> LINK = Map.of("post_id", 1L);

    @Test
    void a_link_row_that_is_there_twice_counts_twice() {
        assertThat(differences(List.of(LINK, LINK), List.of(LINK)))
                .containsExactly("row [1] (again) of post_tags is gone");
        assertThat(differences(List.of(LINK), List.of(LINK, LINK)))
                .containsExactly("row [1] (again) of post_tags is there and should not be");
        assertThat(differences(List.of(LINK, LINK), List.of(LINK, LINK))).isEmpty();
    }

    private static List<String> differences(List<Map<String, Object>> should, List<Map<String, Object>> is) {
        return RowSets.differences(Map.of("post_tags", should), Map.of("post_tags", is));
    }
}
