package io.github.cascadecontract.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.SingleParentException;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities that extend each other: what a superclass says holds for rows of its subclasses. */
class SubclassTest {
    private final Story story = Story.of(
                    CascadeContract.of(Owner.class, Animal.class, Dog.class, Toy.class, Chip.class, Kennel.class))
            .row(Owner.class, 1)
            .row(Owner.class, 2)
            .row(Dog.class, 10, "owner_id", 1)
            .row(Toy.class, 20, "dog_id", 10);

    @Test
    void children_of_a_subclass_are_removed_with_their_own_children() {
        story.load(story.find(Dog.class, 10), "toys");
        story.remove(story.find(Owner.class, 1));

        assertThat(story.flush())
                .containsExactly("remove Toy#20 [REM-1]", "remove Dog#10 [REM-1]", "remove Owner#1 [REM-1]");
    }

    @Test
    void an_entity_is_found_by_its_superclass() {
        assertThat(story.find(Animal.class, 10)).isInstanceOf(Dog.class).isSameAs(story.find(Dog.class, 10));
    }

    @Test
    void a_child_of_a_subclass_that_moves_survives() {
        Dog dog = story.find(Dog.class, 10);
        Owner second = story.find(Owner.class, 2);
        dog.owner = second;
        story.remove(story.find(Owner.class, 1));
        story.flush();

        assertThat(story.rows()).containsExactly("Dog#10 {owner_id=2}", "Owner#2", "Toy#20 {dog_id=10}");
    }

    @Test
    void what_the_database_takes_from_a_superclass_is_looked_for_in_its_subclasses_and_below() {
        story.row(Kennel.class, 5).row(Dog.class, 10, "kennel_id", 5);
        Toy toy = story.find(Toy.class, 20);
        Dog dog = story.find(Dog.class, 10);
        story.remove(story.find(Kennel.class, 5));
        story.flush();

        assertThat(story.byDatabase()).containsExactly("delete Dog#10", "delete Toy#20");
        assertThat(story.contains(dog)).isFalse();
        assertThat(story.contains(toy)).isFalse();
    }

    @Test
    void a_single_parent_is_single_whatever_class_the_owner_is_of() {
        story.row(Chip.class, 7).row(Dog.class, 11, "chip_id", 7);
        Dog first = story.find(Dog.class, 11);
        Chip chip = story.find(Chip.class, 7);
        story.find(Dog.class, 10).chip = chip;

        assertThat(first.chip).isSameAs(chip);
        assertThatThrownBy(story::flush).isInstanceOf(SingleParentException.class);
    }

    @Test
    void a_new_entity_may_take_the_id_of_a_removed_one_of_another_class() {
        story.remove(story.find(Toy.class, 20));
        story.remove(story.find(Dog.class, 10));
        Animal animal = new Animal();
        animal.id = 10;
        story.persist(animal);

        assertThat(story.flush())
                .containsExactly(
                        "early remove Toy#20 [REM-1]", "early remove Dog#10 [REM-1]", "persist Animal#10 [PER-1]");
    }

    @Entity(name = "Owner")
    static class Owner extends Row {
        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Animal> animals;
    }

    @Entity(name = "Kennel")
    static class Kennel extends Row {
        @OneToMany(mappedBy = "kennel", cascade = CascadeType.ALL)
        @PassiveDeletes
        List<Animal> animals;
    }

    @Entity(name = "Chip")
    static class Chip extends Row {}

    @Entity(name = "Animal")
    static class Animal extends Row {
        @ManyToOne
        Owner owner;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Kennel kennel;

        @ManyToOne
        @SingleParent
        Chip chip;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @OneToMany(mappedBy = "dog", cascade = CascadeType.ALL)
        @PassiveDeletes
        List<Toy> toys;
    }

    @Entity(name = "Toy")
    static class Toy extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Dog dog;
    }
}
