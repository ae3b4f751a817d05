package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.People.passport;
import static io.github.cascadecontract.engine.People.person;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.People.Passport;
import io.github.cascadecontract.engine.People.Person;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.memory.Story;
import org.junit.jupiter.api.Test;

/** One-to-one: replacing, moving and removing, with the key on either side. */
class OneToOneTest {
    @Test
    void the_replaced_one_is_deleted_before_the_new_one_is_inserted() {
        Story story = people(owning());
        Person person = story.find(Person.class, 1);
        person.passport = passport(19);

        assertThat(story.flush())
                .containsExactly(
                        "early remove Passport#11 [ORP-1]",
                        "set Passport#19 Passport.person = Person#1 [PER-3]",
                        "persist Passport#19 [PER-1]");
        assertThat(story.sent()).containsExactly("delete Passport#11", "insert Passport#19");
        assertThat(story.selects()).containsExactly("select Person.passport");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void without_orphan_removal_the_replaced_one_gets_key_null_before_the_new_one_is_inserted() {
        Story story = people(People.contract().relation(Person.class, "passport", r -> r.cascade(PERSIST)));
        story.find(Person.class, 1).passport = passport(19);

        assertThat(story.flush())
                .containsExactly(
                        "early set Passport#11 Passport.person = NULL [ORP-1]",
                        "set Passport#19 Passport.person = Person#1 [PER-3]",
                        "persist Passport#19 [PER-1]");
        assertThat(story.rows()).contains("Passport#11 {person_id=null}", "Passport#19 {person_id=1}");
    }

    @Test
    void without_orphan_removal_a_not_null_key_is_violated() {
        Story story = people(People.contract().relation(Person.class, "passport", r -> r.cascade(PERSIST)))
                .notNull("Passport[person_id]");
        story.find(Person.class, 1).passport = passport(19);

        assertThatThrownBy(story::flush)
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        violation -> assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.NOT_NULL));
    }

    @Test
    void a_child_that_names_its_parent_replaces_the_old_one_which_is_looked_up() {
        Story story = people(owning());
        Passport passport = passport(19);
        passport.person = story.find(Person.class, 1);
        story.persist(passport);

        assertThat(story.flush()).containsExactly("early remove Passport#11 [ORP-1]", "persist Passport#19 [PER-1]");
        assertThat(story.selects()).containsExactly("select Person.passport");
    }

    @Test
    void a_managed_child_that_names_its_parent_replaces_the_old_one() {
        Story story = people(owning());
        story.find(Passport.class, 12).person = story.find(Person.class, 1);

        assertThat(story.flush()).containsExactly("early remove Passport#11 [ORP-1]");
        assertThat(story.sent()).containsExactly("delete Passport#11", "update Passport#12");
    }

    @Test
    void a_pending_child_replaced_before_the_flush_is_not_written() {
        Story story = Story.of(owning()).row(Person.class, 1);
        Person person = story.find(Person.class, 1);
        Passport first = passport(18);
        person.passport = first;
        story.persist(person);
        person.passport = passport(19);

        assertThat(story.flush())
                .containsExactly(
                        "discard Passport#18 [ORP-5]",
                        "set Passport#19 Passport.person = Person#1 [PER-3]",
                        "persist Passport#19 [PER-1]");
    }

    @Test
    void a_pending_child_of_a_pending_parent_is_replaced_by_one_that_names_the_parent() {
        Story story = Story.of(owning());
        Person person = person(1);
        person.passport = passport(18);
        story.persist(person);
        Passport second = passport(19);
        second.person = person;
        story.persist(second);

        assertThat(story.flush())
                .containsExactly(
                        "discard Passport#18 [ORP-5]", "persist Person#1 [PER-1]", "persist Passport#19 [PER-1]");
    }

    @Test
    void null_lets_the_child_go_from_either_side() {
        Story fromParent = people(owning());
        Person person = fromParent.find(Person.class, 1);
        fromParent.load(person, "passport");
        person.passport = null;
        assertThat(fromParent.flush()).containsExactly("remove Passport#11 [ORP-1]");

        Story fromChild = people(owning());
        fromChild.find(Passport.class, 11).person = null;
        assertThat(fromChild.flush()).containsExactly("remove Passport#11 [ORP-2]");
        assertThat(fromChild.selects()).isEmpty();
    }

    @Test
    void a_child_moved_to_a_free_parent_is_updated() {
        Story story = people(owning()).row(Person.class, 3);
        Passport passport = story.find(Passport.class, 11);
        story.find(Person.class, 3).passport = passport;

        assertThat(story.flush()).containsExactly("set Passport#11 Passport.person = Person#3 [ORP-3]");
        assertThat(story.sent()).containsExactly("update Passport#11");
    }

    @Test
    void a_child_moved_to_a_taken_place_replaces_the_one_that_was_there() {
        Story story = people(owning());
        Passport passport = story.find(Passport.class, 11);
        story.find(Person.class, 2).passport = passport;

        assertThat(story.flush())
                .containsExactly(
                        "early remove Passport#12 [ORP-1]", "set Passport#11 Passport.person = Person#2 [ORP-3]");
    }

    @Test
    void a_child_that_makes_room_for_a_new_one_moves_before_the_insert() {
        Story story = people(owning()).row(Person.class, 3);
        Person from = story.find(Person.class, 1);
        Passport moved = story.find(Passport.class, 11);
        story.find(Person.class, 3).passport = moved;
        from.passport = passport(19);

        assertThat(story.flush())
                .containsExactly(
                        "early set Passport#11 Passport.person = Person#3 [ORP-3]",
                        "set Passport#19 Passport.person = Person#1 [PER-3]",
                        "persist Passport#19 [PER-1]");
        assertThat(story.sent()).containsExactly("update Passport#11", "insert Passport#19");
    }

    @Test
    void a_swap_is_two_updates_and_a_unique_key_stands_in_its_way() {
        Story free = people(owning()).notUnique("Passport[person_id]");
        swap(free);
        assertThat(free.flush())
                .containsExactly(
                        "set Passport#12 Passport.person = Person#1 [ORP-3]",
                        "set Passport#11 Passport.person = Person#2 [ORP-3]");
        assertThat(free.rows()).contains("Passport#11 {person_id=2}", "Passport#12 {person_id=1}");

        Story unique = people(owning());
        swap(unique);
        assertThatThrownBy(unique::flush)
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        violation -> assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.UNIQUE));
    }

    @Test
    void a_stale_parent_side_lets_go_of_nothing_that_moved_in_an_earlier_flush() {
        Story story = people(owning()).row(Person.class, 3);
        Person from = story.find(Person.class, 1);
        story.load(from, "passport");
        Passport moved = from.passport;
        moved.person = story.find(Person.class, 3);
        story.flush();
        Passport successor = passport(19);
        successor.person = from;
        story.persist(successor);

        assertThat(story.flush()).containsExactly("persist Passport#19 [PER-1]");
        assertThat(story.rows()).contains("Passport#11 {person_id=3}", "Passport#19 {person_id=1}");
    }

    @Test
    void a_child_that_named_its_parent_in_an_earlier_flush_is_replaced_although_the_parent_does_not_show_it() {
        Story story = people(owning()).row(Person.class, 3);
        Person person = story.find(Person.class, 3);
        story.load(person, "passport");
        story.find(Passport.class, 11).person = person;
        story.flush();
        assertThat(person.passport).isNull();
        story.find(Passport.class, 12).person = person;

        assertThat(story.flush()).containsExactly("early remove Passport#11 [ORP-1]");
        assertThat(story.rows()).contains("Passport#12 {person_id=3}");
    }

    @Test
    void a_removed_owner_waits_until_its_child_moved_to_a_place_that_another_one_leaves() {
        Story story = people(owning());
        Person doomed = story.find(Person.class, 1);
        Passport moved = story.find(Passport.class, 11);
        story.find(Person.class, 2).passport = moved;
        story.remove(doomed);
        story.persist(person(9));

        assertThat(story.flush())
                .containsExactly(
                        "early remove Passport#12 [ORP-1]",
                        "set Passport#11 Passport.person = Person#2 [ORP-3]",
                        "persist Person#9 [PER-1]",
                        "remove Person#1 [REM-1]");
    }

    @Test
    void an_unread_passive_child_is_left_to_the_database() {
        Story story = people(owning().relation(Person.class, "passport", r -> r.passiveDeletes(Mode.ON)))
                .onDelete("Passport[person_id]", ReferentialAction.CASCADE);
        story.remove(story.find(Person.class, 1));

        assertThat(story.flush()).containsExactly("remove Person#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void an_unread_child_is_selected_and_removed_before_its_parent() {
        Story story = people(owning());
        story.remove(story.find(Person.class, 1));

        assertThat(story.flush()).containsExactly("remove Passport#11 [REM-1]", "remove Person#1 [REM-1]");
        assertThat(story.selects()).containsExactly("select Person.passport");
    }

    @Test
    void removing_the_child_leaves_the_parent() {
        Story story = people(owning());
        story.remove(story.find(Passport.class, 11));

        assertThat(story.flush()).containsExactly("remove Passport#11 [REM-1]");
        assertThat(story.selects()).isEmpty();
    }

    private static void swap(Story story) {
        Person one = story.find(Person.class, 1);
        Person two = story.find(Person.class, 2);
        story.load(one, "passport");
        story.load(two, "passport");
        Passport first = one.passport;
        one.passport = two.passport;
        two.passport = first;
    }

    private static ContractBuilder owning() {
        return People.contract()
                .relation(Person.class, "passport", r -> r.cascade(ALL).orphanRemoval());
    }

    private static Story people(ContractBuilder contract) {
        return Story.of(contract)
                .row(Person.class, 1)
                .row(Person.class, 2)
                .row(Passport.class, 11, "person_id", 1)
                .row(Passport.class, 12, "person_id", 2);
    }
}
