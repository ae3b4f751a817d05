package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Tagging.article;
import static io.github.cascadecontract.engine.Tagging.label;
import static io.github.cascadecontract.engine.Tagging.tag;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.CascadeType.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Tagging.Article;
import io.github.cascadecontract.engine.Tagging.Label;
import io.github.cascadecontract.engine.Tagging.Tag;
import io.github.cascadecontract.memory.Story;
import org.junit.jupiter.api.Test;

/** M2M-1 to M2M-3: link rows. */
class LinkTest {
    @Test
    void removing_an_end_that_maps_the_relation_removes_its_link_rows_and_keeps_the_far_side() {
        Story story = articles(Tagging.contract());
        story.remove(story.find(Article.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "clear Article#1 Article.tags [M2M-1]",
                        "clear Article#1 Article.labels [M2M-1]",
                        "remove Article#1 [REM-1]");
        assertThat(story.rows()).containsExactly("Article#2", "Article_Tag(2,12)", "Label#21", "Tag#11", "Tag#12");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void removing_the_inverse_end_removes_its_link_rows_too() {
        Story story = articles(Tagging.contract());
        story.remove(story.find(Tag.class, 12));

        assertThat(story.flush()).containsExactly("clear Tag#12 Tag.articles [M2M-1]", "remove Tag#12 [REM-1]");
    }

    @Test
    void an_end_that_does_not_map_the_relation_leaves_its_link_rows_to_the_foreign_key() {
        Story story = articles(Tagging.contract());
        story.remove(story.find(Label.class, 21));

        assertThatThrownBy(story::flush).hasMessageContaining("FOREIGN_KEY");
    }

    @Test
    void passive_links_that_are_not_loaded_are_left_to_the_database() {
        for (Mode mode : new Mode[] {Mode.ON, Mode.ALL}) {
            Story story = articles(passive(mode));
            story.remove(story.find(Article.class, 1));
            assertThat(story.plan()).containsExactly("remove Article#1 [REM-1]");
        }
    }

    @Test
    void passive_links_that_are_loaded_are_removed_by_the_client() {
        for (Mode mode : new Mode[] {Mode.ON, Mode.ALL}) {
            Story story = articles(passive(mode));
            Article article = story.find(Article.class, 1);
            story.load(article, "tags");
            story.remove(article);
            assertThat(story.plan())
                    .containsExactly("clear Article#1 Article.tags [M2M-1]", "remove Article#1 [REM-1]");
        }
    }

    @Test
    void remove_takes_the_far_entities_too_with_all_their_link_rows() {
        Story story = articles(Tagging.contract().relation(Article.class, "tags", r -> r.cascade(REMOVE)));
        story.remove(story.find(Article.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "clear Article#1 Article.tags [M2M-1]",
                        "clear Article#1 Article.labels [M2M-1]",
                        "clear Tag#11 Tag.articles [M2M-1]",
                        "clear Tag#12 Tag.articles [M2M-1]",
                        "remove Article#1 [REM-1]",
                        "remove Tag#11 [M2M-2]",
                        "remove Tag#12 [M2M-2]");
        assertThat(story.rows()).containsExactly("Article#2", "Label#21");
    }

    @Test
    void link_rows_go_early_if_one_of_their_ends_does() {
        Story story = articles(Tagging.contract().relation(Article.class, "labels", r -> r.cascade(ALL)));
        story.remove(story.find(Article.class, 1));
        story.persist(label(29));

        assertThat(story.flush())
                .containsExactly(
                        "early clear Article#1 Article.labels [M2M-1]",
                        "early remove Label#21 [M2M-2]",
                        "persist Label#29 [PER-1]",
                        "clear Article#1 Article.tags [M2M-1]",
                        "remove Article#1 [REM-1]");
        assertThat(story.rows()).contains("Label#29").doesNotContain("Article#1");
    }

    @Test
    void changing_the_collection_inserts_and_deletes_exactly_the_difference() {
        Story story = articles(Tagging.contract().relation(Article.class, "tags", r -> r.cascade(PERSIST)));
        Article article = story.find(Article.class, 1);
        article.tags.remove(story.find(Tag.class, 11));
        article.tags.add(tag(19));

        assertThat(story.flush())
                .containsExactly(
                        "persist Tag#19 [PER-1]",
                        "unlink Article#1 Article.tags Tag#11 [M2M-3]",
                        "link Article#1 Article.tags Tag#19 [M2M-3]");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_link_is_there_or_not_from_both_sides_and_twice_is_once() {
        Story story = articles(Tagging.contract());
        Article article = story.find(Article.class, 2);
        Tag tag = story.find(Tag.class, 11);
        article.tags.add(tag);
        article.tags.add(tag);
        tag.articles.add(article);

        assertThat(story.flush()).containsExactly("link Article#2 Article.tags Tag#11 [M2M-3]");
    }

    @Test
    void the_inverse_side_alone_links_and_unlinks() {
        Story story = articles(Tagging.contract());
        story.find(Tag.class, 11).articles.add(story.find(Article.class, 2));
        story.find(Tag.class, 12).articles.remove(story.find(Article.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "unlink Article#1 Article.tags Tag#12 [M2M-3]", "link Article#2 Article.tags Tag#11 [M2M-3]");
    }

    @Test
    void a_new_graph_is_linked_after_both_ends_are_written() {
        Story story = Story.of(Tagging.contract().relation(Article.class, "tags", r -> r.cascade(PERSIST)));
        Article article = article(1);
        article.tags.add(tag(11));
        story.persist(article);

        assertThat(story.flush())
                .containsExactly(
                        "persist Article#1 [PER-1]",
                        "persist Tag#11 [PER-1]",
                        "link Article#1 Article.tags Tag#11 [M2M-3]");
    }

    @Test
    void a_target_that_leaves_and_is_removed_loses_its_link_first() {
        Story story = articles(Tagging.contract());
        Article article = story.find(Article.class, 1);
        Label label = article.labels.get(0);
        article.labels.remove(label);
        story.remove(label);
        story.persist(label(29));

        assertThat(story.flush())
                .containsExactly(
                        "persist Label#29 [PER-1]",
                        "unlink Article#1 Article.labels Label#21 [M2M-3]",
                        "remove Label#21 [REM-1]");
    }

    @Test
    void an_orphaned_target_is_removed_after_its_link() {
        Story story = articles(singleParent());
        Article article = story.find(Article.class, 1);
        article.labels.clear();

        assertThat(story.flush())
                .containsExactly("unlink Article#1 Article.labels Label#21 [M2M-3]", "remove Label#21 [ORP-1]");
    }

    @Test
    void a_target_that_finds_another_owner_is_no_orphan() {
        Story story = articles(singleParent());
        Article article = story.find(Article.class, 1);
        Label label = article.labels.get(0);
        article.labels.remove(label);
        story.find(Article.class, 2).labels.add(label);

        assertThat(story.flush())
                .containsExactly(
                        "unlink Article#1 Article.labels Label#21 [M2M-3]",
                        "link Article#2 Article.labels Label#21 [M2M-3]");
    }

    private static ContractBuilder singleParent() {
        return Tagging.contract()
                .relation(
                        Article.class,
                        "labels",
                        r -> r.cascade(ALL).singleParent().orphanRemoval());
    }

    private static ContractBuilder passive(Mode mode) {
        return Tagging.contract()
                .relation(Article.class, "tags", r -> r.passiveDeletes(mode))
                .relation(Article.class, "labels", r -> r.passiveDeletes(mode));
    }

    private static Story articles(ContractBuilder contract) {
        return Story.of(contract)
                .row(Article.class, 1)
                .row(Article.class, 2)
                .row(Tag.class, 11)
                .row(Tag.class, 12)
                .row(Label.class, 21)
                .link(Article.class, "tags", 1, 11)
                .link(Article.class, "tags", 1, 12)
                .link(Article.class, "tags", 2, 12)
                .link(Article.class, "labels", 1, 21);
    }
}
