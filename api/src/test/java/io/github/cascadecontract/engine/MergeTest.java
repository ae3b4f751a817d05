package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Archive.document;
import static io.github.cascadecontract.engine.Archive.owner;
import static io.github.cascadecontract.engine.Archive.with;
import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.engine.Archive.Badge;
import io.github.cascadecontract.engine.Archive.Card;
import io.github.cascadecontract.engine.Archive.Document;
import io.github.cascadecontract.engine.Archive.Owner;
import io.github.cascadecontract.engine.Archive.Profile;
import io.github.cascadecontract.engine.Archive.Remark;
import io.github.cascadecontract.engine.Archive.Ticket;
import io.github.cascadecontract.engine.Archive.Topic;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MER-1 to MER-5, MER-7 to MER-9: what a PUT or PATCH copies, inserts, moves and takes out. */
class MergeTest {
    private final Story story = Archive.story();

    @Test
    void values_are_copied_to_the_managed_entity_and_the_given_one_stays_outside() {
        Owner given = owner(1);
        given.name = "new";

        Owner merged = story.merge(given, only("name"));

        assertThat(merged).isSameAs(story.find(Owner.class, 1)).isNotSameAs(given);
        assertThat(merged.name).isEqualTo("new");
        assertThat(story.contains(given)).isFalse();
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_missing_child_is_an_orphan_and_a_kept_one_keeps_its_row() {
        story.row(Document.class, 11, "owner_id", 1);
        Owner given = owner(1, document(11));

        story.merge(given, only("documents.id"));

        assertThat(story.flush())
                .containsExactly(
                        "clear Document#10 Document.topics [M2M-1]",
                        "remove Remark#100 [REM-1]",
                        "remove Document#10 [ORP-1]");
    }

    @Test
    void a_null_collection_says_nothing_and_an_empty_one_says_none() {
        story.merge(owner(1), only("documents"));
        assertThat(story.flush()).isEmpty();

        Owner none = owner(1);
        none.badges = new ArrayList<>();
        story.merge(none, only("badges"));
        assertThat(story.flush()).containsExactly("set Badge#1000 Owner.badges = NULL [ORP-1]");
    }

    @Test
    void a_null_reference_means_none() {
        Document given = document(10);
        story.merge(given, only("owner"));
        assertThat(story.find(Document.class, 10).owner).isNull();
    }

    @Test
    void a_null_one_to_one_removes_the_orphan() {
        story.merge(owner(1), only("profile"));

        assertThat(story.flush()).containsExactly("remove Profile#51 [ORP-1]");
    }

    @Test
    void a_child_without_id_or_with_an_unknown_assigned_one_is_inserted_and_gets_its_back_reference() {
        Owner given = owner(1, document(10), document(19));
        given.documents.get(1).title = "fresh";

        Owner merged = story.merge(given, only("documents.title"));

        Document inserted = merged.documents.get(1);
        assertThat(inserted).isNotSameAs(given.documents.get(1));
        assertThat(inserted.title).isEqualTo("fresh");
        assertThat(inserted.owner).isSameAs(merged);
        assertThat(story.flush()).containsExactly("persist Document#19 [PER-1]");
        assertThat(story.rows()).contains("Document#19 {owner_id=1, reviewer_id=null}");
    }

    @Test
    void the_same_id_twice_is_one_child_and_the_last_values_win() {
        Owner given = owner(1, document(10), document(10));
        given.documents.get(0).title = "first";
        given.documents.get(1).title = "last";

        Owner merged = story.merge(given, only("documents.title"));

        assertThat(merged.documents).hasSize(1);
        assertThat(merged.documents.get(0).title).isEqualTo("last");
    }

    @Test
    void the_same_new_id_twice_is_one_row() {
        Owner given = owner(1, document(10), document(19), document(19));

        story.merge(given, only("documents.title"));

        assertThat(story.flush()).containsExactly("persist Document#19 [PER-1]");
    }

    @Test
    void three_levels_are_merged_and_their_orphans_go() {
        story.row(Remark.class, 101, "document_id", 10);
        Remark kept = with(new Remark(), 101);
        kept.text = "kept";

        story.merge(owner(1, document(10, kept)), only("documents.remarks.text"));

        assertThat(story.flush()).containsExactly("remove Remark#100 [ORP-1]");
        assertThat(story.find(Remark.class, 101).text).isEqualTo("kept");
    }

    @Test
    void a_relation_named_alone_brings_all_values_of_its_children() {
        Document child = document(10);
        child.title = "all";

        story.merge(owner(1, child), only("documents"));

        assertThat(story.find(Document.class, 10).title).isEqualTo("all");
    }

    @Test
    void what_is_not_named_stays() {
        story.find(Document.class, 10).title = "old";
        Document child = document(10);
        child.title = "new";

        story.merge(owner(1, child), only("name", "documents.remarks"));

        assertThat(story.find(Document.class, 10).title).isEqualTo("old");
    }

    @Test
    void a_name_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> story.merge(owner(1), only("documents.titel")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'titel'")
                .hasMessageContaining("Document")
                .hasMessageContaining("title");
    }

    @Test
    void without_merge_a_reference_is_set_and_no_value_copied() {
        Document given = document(10);
        given.reviewer = owner(2);
        given.reviewer.name = "renamed";

        story.merge(given, only("reviewer"));

        assertThat(story.find(Document.class, 10).reviewer).isSameAs(story.find(Owner.class, 2));
        assertThat(story.find(Owner.class, 2).name).isNull();
    }

    @Test
    void with_merge_a_reference_brings_its_values() {
        Document given = document(10);
        given.owner = owner(2);
        given.owner.name = "renamed";

        story.merge(given, only("owner.name"));

        assertThat(story.find(Document.class, 10).owner).isSameAs(story.find(Owner.class, 2));
        assertThat(story.find(Owner.class, 2).name).isEqualTo("renamed");
    }

    @Test
    void the_back_reference_to_the_parent_above_is_not_read() {
        Document child = document(10);
        child.owner = owner(2);
        child.owner.name = "hacked";

        story.merge(owner(1, child), only("documents"));

        assertThat(story.find(Document.class, 10).owner).isSameAs(story.find(Owner.class, 1));
        assertThat(story.find(Owner.class, 2).name).isNull();
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void links_are_changed_by_the_difference() {
        Document given = document(10);
        given.topics = new ArrayList<>(List.of(with(new Topic(), 8)));

        story.merge(given, only("topics.id"));

        assertThat(story.flush())
                .containsExactly(
                        "unlink Document#10 Document.topics Topic#7 [M2M-3]",
                        "link Document#10 Document.topics Topic#8 [M2M-3]");
    }

    @Test
    void a_null_element_is_refused_with_its_relation() {
        Owner given = owner(1);
        given.documents = Arrays.asList((Document) null);

        assertThatThrownBy(() -> story.merge(given))
                .isInstanceOf(NullElementException.class)
                .hasMessageContaining("Owner.documents");
    }

    @Test
    void a_generated_id_without_row_is_stale_and_no_id_is_a_new_row() {
        Ticket gone = new Ticket();
        gone.id = 404L;
        assertThatThrownBy(() -> story.merge(gone))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("MER-7");

        Ticket fresh = new Ticket();
        fresh.subject = "fresh";
        Ticket merged = story.merge(fresh);
        assertThat(merged).isNotSameAs(fresh);
        assertThat(merged.subject).isEqualTo("fresh");
        assertThat(story.contains(merged)).isTrue();
        assertThat(fresh.id).isNull();
    }

    @Test
    void another_version_is_stale_and_no_version_is_not_checked() {
        story.find(Owner.class, 1).version = 3;
        Owner given = owner(1);
        given.name = "late";
        story.merge(given, only("name"));

        given.version = 2;
        assertThatThrownBy(() -> story.merge(given, only("name", "version")))
                .isInstanceOf(StaleEntityException.class)
                .satisfies(error ->
                        assertThat(((StaleEntityException) error).rule()).contains(Rule.MER_8));
    }

    @Test
    void an_entity_marked_for_removal_takes_no_values() {
        story.remove(story.find(Owner.class, 1));

        assertThatThrownBy(() -> story.merge(owner(1)))
                .isInstanceOf(RemovedEntityException.class)
                .hasMessageContaining("MER-9");
    }

    @Test
    void a_managed_entity_is_merged_onto_itself() {
        Owner managed = story.find(Owner.class, 1);
        managed.name = "set before";

        assertThat(story.merge(managed)).isSameAs(managed);
        assertThat(managed.name).isEqualTo("set before");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_whole_new_graph_is_inserted_parents_first() {
        Remark remark = with(new Remark(), 300);
        Owner given = owner(3, document(30, remark));
        given.card = with(new Card(), 9);
        given.profile = with(new Profile(), 53);
        given.badges = new ArrayList<>(List.of(with(new Badge(), 3000)));

        story.merge(given);

        story.flush();
        assertThat(story.rows())
                .contains(
                        "Owner#3 {card_id=9}",
                        "Document#30 {owner_id=3, reviewer_id=null}",
                        "Remark#300 {document_id=30}",
                        "Profile#53 {owner_id=3}",
                        "Badge#3000 {owner_id=3}");
    }

    @Test
    void a_cycle_of_given_objects_ends() {
        Document child = document(10);
        Owner given = owner(1, child);
        child.owner = given;

        assertThat(story.merge(given, only("documents", "name")).documents)
                .containsExactly(story.find(Document.class, 10));
    }

    @Test
    void only_the_relations_that_are_merged_are_read() {
        story.merge(owner(1, document(10)), only("documents.title"));

        assertThat(story.selects()).containsExactly("select Owner", "select Owner.documents");
    }
}
