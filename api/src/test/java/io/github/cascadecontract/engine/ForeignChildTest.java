package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Archive.document;
import static io.github.cascadecontract.engine.Archive.owner;
import static io.github.cascadecontract.engine.Archive.with;
import static io.github.cascadecontract.merge.MergeOption.adopt;
import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.engine.Archive.Badge;
import io.github.cascadecontract.engine.Archive.Card;
import io.github.cascadecontract.engine.Archive.Document;
import io.github.cascadecontract.engine.Archive.Hint;
import io.github.cascadecontract.engine.Archive.Owner;
import io.github.cascadecontract.engine.Archive.Profile;
import io.github.cascadecontract.engine.Archive.Remark;
import io.github.cascadecontract.engine.Archive.Topic;
import io.github.cascadecontract.error.ContradictoryReferenceException;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MER-6 as an attacker would: owner 1 sends a request that names rows of owner 2. */
class ForeignChildTest {
    private final Story story = Archive.story();
    private final List<String> before = story.rows();

    @Test
    void a_child_of_another_parent_is_refused() {
        refused(owner(1, document(10), document(20)), "Owner.documents");
    }

    @Test
    void also_if_its_values_are_not_named() {
        assertThatThrownBy(() -> story.merge(owner(1, document(20)), only("documents.id")))
                .isInstanceOf(ForeignChildException.class);
    }

    @Test
    void a_child_at_the_third_level_is_refused() {
        refused(owner(1, document(10, with(new Remark(), 200))), "Document.remarks");
    }

    @Test
    void below_a_new_parent_too() {
        refused(owner(9, document(20)), "Owner.documents");
        refused(owner(1, document(99, with(new Remark(), 200))), "Document.remarks");
    }

    @Test
    void a_child_without_a_reference_of_its_own_is_asked_from_the_database() {
        Owner given = owner(1);
        given.badges = new ArrayList<>(List.of(with(new Badge(), 2000)));
        refused(given, "Owner.badges");

        Owner fresh = owner(9);
        fresh.badges = new ArrayList<>(List.of(with(new Badge(), 2000)));
        refused(fresh, "Owner.badges");
    }

    @Test
    void a_one_to_one_on_either_side_is_refused() {
        Owner profile = owner(1);
        profile.profile = with(new Profile(), 52);
        refused(profile, "Owner.profile");

        Owner card = owner(1);
        card.card = with(new Card(), 6);
        card.card.number = "hacked";
        refused(card, "Owner.card");
        assertThat(story.find(Card.class, 6).number).isNull();
    }

    @Test
    void below_a_many_to_many_the_far_side_may_be_linked_but_its_children_stay_its_own() {
        Document given = document(10);
        Topic foreign = with(new Topic(), 8);
        given.topics = new ArrayList<>(List.of(with(new Topic(), 7), foreign));
        story.merge(given, only("topics.id"));

        foreign.hints = new ArrayList<>(List.of(with(new Hint(), 80), with(new Hint(), 70)));
        assertThatThrownBy(() -> story.merge(given, only("topics.hints")))
                .isInstanceOf(ForeignChildException.class)
                .hasMessageContaining("Topic.hints");
    }

    @Test
    void a_duplicate_id_does_not_hide_a_foreign_child() {
        refused(owner(1, document(10), document(20), document(20)), "Owner.documents");
    }

    @Test
    void a_child_that_names_the_caller_as_its_owner_is_still_foreign() {
        Owner me = owner(1);
        Document stolen = document(20);
        stolen.owner = me;
        me.documents = new ArrayList<>(List.of(stolen));
        refused(me, "Owner.documents");
    }

    @Test
    void naming_the_other_root_somewhere_in_the_graph_does_not_open_it() {
        Document mine = document(10);
        mine.reviewer = owner(2);
        Document bait = document(11);
        bait.owner = owner(2);
        Remark lure = with(new Remark(), 100);
        lure.document = bait;
        mine.remarks = new ArrayList<>(List.of(lure));
        refused(owner(1, mine, document(20)), "Owner.documents");
    }

    @Test
    void a_referred_root_is_no_shelter_for_its_children() {
        Document mine = document(10);
        mine.owner = owner(2, document(20));
        mine.remarks = new ArrayList<>(List.of(with(new Remark(), 200)));
        refused(mine, "Document.remarks");
    }

    @Test
    void two_given_parents_for_one_child_are_contradictory() {
        story.row(Document.class, 11, "owner_id", 1);
        Remark shared = with(new Remark(), 100);
        Owner given = owner(1, document(10, shared), document(11, shared));

        assertThatThrownBy(() -> story.merge(given)).isInstanceOf(ContradictoryReferenceException.class);
    }

    @Test
    void a_child_moves_between_parents_under_the_same_root() {
        story.row(Document.class, 11, "owner_id", 1);
        Document from = document(10);
        from.remarks = new ArrayList<>();
        Owner given = owner(1, from, document(11, with(new Remark(), 100)));

        story.merge(given, only("documents.remarks.id"));

        story.flush();
        assertThat(story.rows()).contains("Remark#100 {document_id=11}");
    }

    @Test
    void a_child_without_parent_may_be_taken() {
        story.row(Document.class, 12, "owner_id", null).row(Badge.class, 3000, "owner_id", null);
        Owner given = owner(1, document(10), document(12));
        given.badges = new ArrayList<>(List.of(with(new Badge(), 1000), with(new Badge(), 3000)));

        story.merge(given, only("documents.id", "badges.id"));

        story.flush();
        assertThat(story.rows()).contains("Document#12 {owner_id=1}", "Badge#3000 {owner_id=1}");
    }

    @Test
    void adopt_takes_them_all() {
        Owner given = owner(1, document(10), document(20));
        given.badges = new ArrayList<>(List.of(with(new Badge(), 1000), with(new Badge(), 2000)));

        story.merge(given, only("documents.id", "badges.id"), adopt());

        story.flush();
        assertThat(story.rows()).contains("Document#20 {owner_id=1}", "Badge#2000 {owner_id=1}");
    }

    @Test
    void a_foreign_child_put_into_a_managed_collection_is_refused_as_well() {
        Owner me = story.find(Owner.class, 1);
        story.load(me, "documents");
        me.documents.add(document(20));

        assertThatThrownBy(() -> story.merge(me)).isInstanceOf(ForeignChildException.class);
    }

    private void refused(Object given, String relation) {
        assertThatThrownBy(() -> story.merge(given))
                .isInstanceOf(ForeignChildException.class)
                .hasMessageContaining(relation)
                .hasMessageContaining("adopt()")
                .satisfies(error ->
                        assertThat(((ForeignChildException) error).rule()).contains(Rule.MER_6));
        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).isEqualTo(before);
    }
}
