package io.github.cascadecontract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A plan as a drawing. */
class PlanSvgTest {
    @Test
    void each_box_says_what_happens_who_acts_and_under_which_rule() {
        Svg svg = Svg.read(PlanFormat.SVG.of(Plans.blog()));
        assertThat(svg.texts("box client-set"))
                .startsWith(
                        "User.posts",
                        "table posts",
                        "100,000 rows · delete",
                        "by client, set-wise · REM-2",
                        "without @PreRemove callbacks");
        assertThat(svg.texts("box database"))
                .contains(
                        "1,234,567 rows · delete",
                        "by database · REM-3",
                        "post_likes",
                        "not mapped",
                        "40 rows · set null");
    }

    @Test
    void what_is_in_the_way_stands_in_the_box_and_in_full_below() {
        Svg svg = Svg.read(PlanFormat.SVG.of(Plans.blocked()));
        assertThat(svg.texts("box nobody")).startsWith("AuditEntry.post").contains("PROTECTED: ids 7, 8, 9, …");
        assertThat(String.join(" ", svg.allTexts()))
                .contains(
                        "BLOCKED: nothing would be removed",
                        Plans.blocked().obstacles().get(0).toString(),
                        Plans.blocked().notes().get(0));
    }

    @Test
    void readers_who_do_not_see_it_are_told_the_tree() {
        Svg svg = Svg.read(PlanFormat.SVG.of(Plans.blog()));
        assertThat(svg.first("title").getTextContent()).isEqualTo("remove User 1");
        assertThat(svg.first("desc").getTextContent()).isEqualTo(Plans.blog().toString());
    }

    @Test
    void a_legend_explains_every_colour() {
        Svg svg = Svg.read(PlanFormat.SVG.of(new RemovalPlan("User", "1", List.of(), List.of())));
        assertThat(svg.allTexts())
                .contains("client, one by one", "client, set-wise", "database", "nobody: rows in the way");
    }

    @Test
    void nothing_stands_outside_and_no_boxes_overlap() {
        Svg svg = Svg.read(PlanFormat.SVG.of(Plans.blog()));
        List<Element> cards = svg.all("rect", "card");
        assertThat(cards).hasSize(5 + 4);
        assertThat(cards).allSatisfy(card -> assertThat(svg.contains(card)).isTrue());
        for (Element card : cards) {
            assertThat(cards.stream().filter(other -> Svg.overlap(card, other))).containsExactly(card);
        }
    }

    @Test
    void what_one_flush_removes_hangs_together() {
        RemovalPlan two = new RemovalPlan("User", "1", List.of(Plans.user(), Plans.user()), List.of());
        Svg svg = Svg.read(PlanFormat.SVG.of(two));
        assertThat(svg.texts("box neutral")).containsExactly("one flush");
        assertThat(svg.all("path", "curve")).hasSize(2);
    }

    @Test
    void a_key_without_rows_is_not_red() {
        Svg svg = Svg.read(PlanFormat.SVG.of(Plans.idle()));
        assertThat(svg.texts("box neutral"))
                .containsExactly("User.posts", "table posts", "0 rows", "nobody acts · REM-1");
    }

    @Test
    void the_same_plan_gives_the_same_drawing() {
        assertThat(PlanFormat.SVG.of(Plans.blog())).isEqualTo(PlanFormat.SVG.of(Plans.blog()));
    }
}
