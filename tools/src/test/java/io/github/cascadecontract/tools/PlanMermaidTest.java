package io.github.cascadecontract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A plan as a flowchart in Markdown. */
class PlanMermaidTest {
    @Test
    void boxes_are_classed_by_who_acts_and_connected_as_the_tree_is() {
        assertThat(PlanFormat.MERMAID.of(Plans.blog()).lines().filter(line -> line.startsWith("  n")))
                .containsExactly(
                        "  n0[\"User<br/>table users<br/>1 row · delete<br/>by client, one by one · REM-1\"]:::clientEach",
                        "  n1[\"User.posts<br/>table posts<br/>100,000 rows · delete<br/>by client, set-wise · REM-2"
                                + "<br/>without @PreRemove callbacks\"]:::clientSet",
                        "  n2[\"Post.comments<br/>table comments<br/>1,234,567 rows · delete<br/>by database · REM-3"
                                + "<br/>without @PreRemove callbacks<br/>without version check\"]:::database",
                        "  n1 --> n2",
                        "  n3[\"post_likes<br/>not mapped<br/>40 rows · set null<br/>by database · REM-3\"]:::database",
                        "  n1 --> n3",
                        "  n0 --> n1",
                        "  n4[\"User.groups<br/>table user_groups<br/>1 row · delete links<br/>by client, one by one · M2M-1"
                                + "\"]:::clientEach",
                        "  n0 --> n4");
    }

    @Test
    void every_class_that_is_used_is_defined() {
        String text = PlanFormat.MERMAID.of(Plans.blocked());
        assertThat(text).startsWith("flowchart LR\n").contains("accTitle: remove User 1\n");
        assertThat(text.lines().filter(line -> line.contains(":::")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(text).contains("classDef " + line.substring(line.indexOf(":::") + 3) + " fill:"));
    }

    @Test
    void what_is_in_the_way_stands_in_its_box() {
        assertThat(PlanFormat.MERMAID.of(Plans.blocked()))
                .contains("<br/>PROTECTED#58; ids 7, 8, 9, …\"]:::blocked")
                .contains("  notes[\"secret_likes#58; no right to read it");
    }
}
