package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Archive.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.engine.Archive.Document;
import io.github.cascadecontract.engine.Archive.Owner;
import io.github.cascadecontract.engine.Archive.Remark;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import org.junit.jupiter.api.Test;

/** REF-1 and DET-1: how far refresh and detach go, and what they leave alone. */
class RefreshDetachTest {
    private final Story story = Archive.story();

    @Test
    void a_refreshed_parent_forgets_what_left_and_what_came() {
        Owner owner = loadedOwner();
        Document taken = owner.documents.remove(0);
        owner.documents.add(Archive.document(99));

        story.refresh(owner);

        assertThat(owner.documents).containsExactly(taken);
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void what_was_not_loaded_stays_so() {
        Owner owner = story.find(Owner.class, 1);

        story.refresh(owner);

        assertThat(story.isLoaded(owner, "documents")).isFalse();
    }

    @Test
    void refresh_follows_loaded_children_over_the_cascade() {
        Owner owner = loadedOwner();
        Document document = owner.documents.get(0);
        story.load(document, "remarks");
        Remark removed = document.remarks.remove(0);

        story.refresh(owner);

        assertThat(document.remarks).containsExactly(removed);
    }

    @Test
    void refresh_stops_at_the_first_level_without_it() {
        Document document = story.find(Document.class, 10);
        Owner owner = story.find(Owner.class, 1);
        story.load(owner, "profile");
        owner.profile = null;

        story.refresh(document);

        assertThat(story.flush()).containsExactly("remove Profile#51 [ORP-1]");
    }

    @Test
    void what_is_gone_unmanaged_or_marked_is_refused() {
        Owner gone = story.find(Owner.class, 1);
        story.vanish(Owner.class, 1);
        assertThatThrownBy(() -> story.refresh(gone)).isInstanceOf(StaleEntityException.class);
        assertThatThrownBy(() -> story.refresh(owner(2)))
                .isInstanceOf(DetachedEntityException.class)
                .hasMessageContaining("REF-1");
        Owner marked = story.find(Owner.class, 2);
        story.remove(marked);
        assertThatThrownBy(() -> story.refresh(marked)).isInstanceOf(RemovedEntityException.class);
    }

    @Test
    void detach_follows_loaded_relations_and_never_loads() {
        Owner owner = loadedOwner();
        Document document = owner.documents.get(0);
        Remark remark = story.find(Remark.class, 100);

        story.detach(owner);

        assertThat(story.contains(owner)).isFalse();
        assertThat(story.contains(document)).isFalse();
        assertThat(story.contains(remark)).as("below a list that is not loaded").isTrue();
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void a_mark_is_forgotten_and_a_stranger_is_ignored() {
        Owner owner = story.find(Owner.class, 1);
        story.remove(owner);
        story.detach(owner);
        story.detach(owner(2));

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Owner#1 {card_id=5}");
    }

    @Test
    void detach_ends_on_a_cycle_and_takes_a_long_chain() {
        Story chain =
                Story.of(Tree.contract().relation(Tree.Node.class, "children", all -> all.cascade(CascadeType.ALL)));
        Tree.Node root = Tree.node(0);
        root.parent = root;
        Tree.Node last = root;
        for (int id = 1; id < 10_000; id++) {
            last.children.add(Tree.node(id));
            last = last.children.get(0);
        }
        last.children.add(root);
        chain.persist(root);

        chain.detach(root);

        assertThat(chain.contains(last)).isFalse();
    }

    private Owner loadedOwner() {
        Owner owner = story.find(Owner.class, 1);
        story.load(owner, "documents");
        return owner;
    }
}
