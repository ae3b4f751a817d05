package io.github.cascadecontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities that extend each other share relations and keys. */
class InheritanceTest {
    private final CascadeContract contract =
            CascadeContract.of(Puppy.class, Dog.class, Animal.class, Keeper.class, Toy.class);
    private final EntityModel animal = contract.entity(Animal.class);
    private final EntityModel dog = contract.entity(Dog.class);
    private final EntityModel puppy = contract.entity(Puppy.class);

    @Test
    void a_model_knows_what_it_extends_and_what_extends_it() {
        assertThat(contract.entities())
                .extracting(EntityModel::name)
                .containsExactly("Puppy", "Dog", "Animal", "Keeper", "Toy");
        assertThat(puppy.supertype()).isSameAs(dog);
        assertThat(animal.supertype()).isNull();
        assertThat(puppy.root()).isSameAs(animal);
        assertThat(animal.subtypes()).containsExactly(dog);
        assertThat(animal.withSubtypes()).containsExactly(animal, dog, puppy);
        assertThat(animal.covers(puppy)).isTrue();
        assertThat(animal.covers(animal)).isTrue();
        assertThat(puppy.covers(animal)).isFalse();
        assertThat(puppy.overlaps(animal)).isTrue();
        assertThat(animal.overlaps(contract.entity(Toy.class))).isFalse();
    }

    @Test
    void an_object_has_the_most_specific_model() {
        assertThat(contract.entity(Puppy.class)).isSameAs(puppy);
        assertThat(contract.entity(new Dog() {}.getClass())).isSameAs(dog);
    }

    @Test
    void a_relation_of_a_superclass_is_one_relation_and_its_key_one_key() {
        Relation keeper = animal.relation("keeper").orElseThrow();

        assertThat(puppy.relation("keeper")).containsSame(keeper);
        assertThat(keeper.entity()).isSameAs(animal);
        assertThat(keeper.key().child()).isSameAs(animal);
        assertThat(keeper.inverse())
                .isSameAs(contract.entity(Keeper.class).relation("animals").orElseThrow());
        assertThat(contract.entity(Keeper.class).referringKeys())
                .contains(keeper.key())
                .hasSize(2);
        assertThat(puppy.relations()).extracting(Relation::name).containsExactly("keeper", "toys", "home.sleepsAt");
        assertThat(animal.relationsWithSubtypes())
                .extracting(Relation::toString)
                .containsExactly("Animal.keeper", "Dog.toys", "Puppy.home.sleepsAt");
    }

    @Test
    void keys_to_a_superclass_refer_to_its_subclasses_as_well() {
        ForeignKey toDog = dog.relation("toys").orElseThrow().key();
        ForeignKey toAnimal =
                contract.entity(Toy.class).relation("lostBy").orElseThrow().key();

        assertThat(animal.referringKeys()).containsExactly(toAnimal);
        assertThat(puppy.referringKeys()).containsExactly(toAnimal, toDog);
        assertThat(animal.referringKeysWithSubtypes()).containsExactly(toAnimal, toDog);
    }

    @Test
    void settings_are_overridden_where_the_relation_is_declared() {
        CascadeContract overridden = CascadeContract.builder(
                        Puppy.class, Dog.class, Animal.class, Keeper.class, Toy.class)
                .relation(Dog.class, "toys", toys -> toys.orphanRemoval())
                .build();

        assertThat(overridden.entity(Puppy.class).relation("toys").orElseThrow().orphanRemoval())
                .isTrue();
        assertThat(problems(CascadeContract.builder(Puppy.class, Dog.class, Animal.class, Keeper.class, Toy.class)
                        .relation(Puppy.class, "toys", toys -> toys.orphanRemoval())))
                .containsExactly(
                        "Puppy.toys: an override names a relation that Dog declares for all that extend it (DEC-5). "
                                + "Name the class Dog.");
    }

    @Test
    void a_superclass_must_be_in_the_contract() {
        assertThat(problems(CascadeContract.builder(Animal.class, Puppy.class, Keeper.class, Toy.class)))
                .contains("Puppy: it extends the entity %s, which is not in the contract (DEC-5). "
                                .formatted(Dog.class.getName())
                        + "Name the superclass where the contract is built.");
    }

    @Test
    void a_collection_must_not_hold_a_part_of_its_children() {
        assertThat(problems(CascadeContract.builder(Shop.class, Item.class, Book.class)))
                .containsExactly(
                        "Shop.books: Item.shop is declared for every Item, so an attribute for Book alone would not "
                                + "hold all that refer to it (DEC-5). Let it hold Item, or declare shop in Book.");
    }

    @Test
    void protection_is_inherited_and_cannot_begin_below_the_root() {
        assertThat(CascadeContract.of(Safe.class, Safer.class)
                        .entity(Safer.class)
                        .isProtected())
                .isTrue();
        assertThat(animal.isProtected()).isFalse();
        assertThat(problems(CascadeContract.builder(Open.class, Closed.class)))
                .containsExactly(
                        "Closed: it is @Protected, the entities that it extends are not, and a key does not tell one "
                                + "from the other (PRO-1). Put @Protected on Open as well.");
    }

    private static List<String> problems(ContractBuilder builder) {
        InvalidContractException refused = catchThrowableOfType(InvalidContractException.class, builder::build);
        return refused.problems().stream().map(Refusal::message).toList();
    }

    @Entity(name = "Keeper")
    static class Keeper {
        @Id
        Integer id;

        @OneToMany(mappedBy = "keeper")
        List<Animal> animals;

        @OneToMany(mappedBy = "home.sleepsAt")
        List<Puppy> guests;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Animal {
        @Id
        Integer id;

        @ManyToOne
        Keeper keeper;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @OneToMany
        @JoinColumn(name = "dog_id")
        List<Toy> toys;
    }

    @Embeddable
    static class Home {
        @ManyToOne
        Keeper sleepsAt;
    }

    @Entity(name = "Puppy")
    static class Puppy extends Dog {
        Home home;
    }

    @Entity(name = "Toy")
    static class Toy {
        @Id
        Integer id;

        @ManyToOne
        Animal lostBy;
    }

    @Entity(name = "Shop")
    static class Shop {
        @Id
        Integer id;

        @OneToMany(mappedBy = "shop")
        List<Book> books;
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        Integer id;

        @ManyToOne
        Shop shop;
    }

    @Entity(name = "Book")
    static class Book extends Item {}

    @Entity(name = "Safe")
    @Protected
    static class Safe {
        @Id
        Integer id;
    }

    @Entity(name = "Safer")
    static class Safer extends Safe {}

    @Entity(name = "Open")
    static class Open {
        @Id
        Integer id;
    }

    @Entity(name = "Closed")
    @Protected
    static class Closed extends Open {}
}
