package io.github.cascadecontract.contract;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.MERGE;
import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.CascadeType.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The linked model: keys, pairs, inverses, link tables, and the builder's overrides. */
class CascadeContractTest {
    @Test
    void a_pair_with_mapped_by_is_two_relations_over_one_key() {
        CascadeContract contract = CascadeContract.of(Owner.class, Pet.class);
        Relation pets = relation(contract, Owner.class, "pets");
        Relation owner = relation(contract, Pet.class, "owner");

        assertThat(pets.key()).isSameAs(owner.key()).hasToString("Pet[owner_id]");
        assertThat(pets.inverse()).isSameAs(owner);
        assertThat(owner.inverse()).isSameAs(pets);
        assertThat(pets.keySide()).isEqualTo(KeySide.TARGET);
        assertThat(owner.keySide()).isEqualTo(KeySide.SOURCE);
        assertThat(pets.isOwning()).isFalse();
        ForeignKey key = pets.key();
        assertThat(key.parentSide()).isSameAs(pets);
        assertThat(key.childSide()).isSameAs(owner);
        assertThat(key.isNullable()).isFalse();
        assertThat(key.isOneToOne()).isFalse();
        assertThat(key.onDelete()).contains(ReferentialAction.CASCADE);
        assertThat(contract.entity(Owner.class).referringKeys()).containsExactly(key);
        assertThat(contract.entity(Pet.class).referringKeys()).isEmpty();
    }

    @Test
    void a_pair_without_mapped_by_is_two_relations_over_one_key_and_what_one_of_them_says_holds_for_both() {
        CascadeContract contract = CascadeContract.of(Folder.class, Sheet.class);
        Relation sheets = relation(contract, Folder.class, "sheets");
        Relation folder = relation(contract, Sheet.class, "folder");

        assertThat(sheets.key()).isSameAs(folder.key());
        assertThat(sheets.inverse()).isSameAs(folder);
        assertThat(sheets.isOwning()).isTrue();
        assertThat(folder.isOwning()).isTrue();
        assertThat(sheets.key().isNullable()).isFalse();
        assertThat(sheets.key().onDelete()).contains(ReferentialAction.SET_NULL);
        assertThat(contract.entity(Folder.class).referringKeys()).containsExactly(sheets.key());
    }

    @Test
    void a_one_to_one_has_its_key_on_the_owning_side() {
        CascadeContract contract = CascadeContract.of(Person.class, Passport.class);

        assertThat(relation(contract, Person.class, "passport").keySide()).isEqualTo(KeySide.TARGET);
        assertThat(relation(contract, Passport.class, "person").keySide()).isEqualTo(KeySide.SOURCE);
        assertThat(relation(contract, Person.class, "passport").key().isOneToOne())
                .isTrue();
        assertThat(relation(contract, Person.class, "passport").key().isUnique())
                .isTrue();
    }

    @Test
    void a_many_to_many_pair_has_one_link_table_seen_from_two_ends() {
        CascadeContract contract = CascadeContract.of(Article.class, Tag.class);
        Relation tags = relation(contract, Article.class, "tags");
        Relation articles = relation(contract, Tag.class, "articles");

        assertThat(tags.linkTable()).isSameAs(articles.linkTable());
        assertThat(tags.inverse()).isSameAs(articles);
        assertThat(tags.keySide()).isEqualTo(KeySide.LINK_TABLE);
        assertThat(tags.linkTable().owner()).isSameAs(tags);
        assertThat(tags.linkTable().table()).hasToString("Article_Tag");
        assertThat(tags.linkTable().columnsOf(tags)).containsExactly("articles_id");
        assertThat(tags.linkTable().columnsOfTarget(tags)).containsExactly("tags_id");
        assertThat(tags.linkTable().columnsOf(articles)).containsExactly("tags_id");
        assertThat(tags.linkTable().onDelete()).contains(ReferentialAction.CASCADE);
        assertThatThrownBy(tags::key).isInstanceOf(NullPointerException.class).hasMessageContaining("link table");
    }

    @Test
    void a_tree_refers_to_itself() {
        CascadeContract contract = CascadeContract.of(Node.class);
        Relation children = relation(contract, Node.class, "children");

        assertThat(children.target()).isSameAs(contract.entity(Node.class));
        assertThat(children.inverse()).isSameAs(relation(contract, Node.class, "parent"));
    }

    @Test
    void relations_of_a_mapped_superclass_belong_to_each_entity() {
        CascadeContract contract = CascadeContract.of(Owner.class, Pet.class, Dog.class);

        assertThat(relation(contract, Dog.class, "keeper").key()).hasToString("Dog[keeper_id]");
    }

    @Test
    void without_a_cascade_setting_nothing_cascades_and_all_does_not_contain_orphan_removal() {
        CascadeContract contract = CascadeContract.of(Owner.class, Pet.class);
        Relation owner = relation(contract, Pet.class, "owner");
        Relation pets = relation(contract, Owner.class, "pets");

        for (CascadeType operation : CascadeType.values())
            assertThat(owner.cascades(operation)).isFalse();
        assertThat(owner.removes()).isFalse();
        assertThat(pets.cascades(PERSIST)).isTrue();
        assertThat(pets.cascades(REMOVE)).isTrue();
        assertThat(pets.orphanRemoval()).isFalse();
        assertThat(pets.passiveDeletes()).isEqualTo(Mode.OFF);
    }

    @Test
    void orphan_removal_contains_remove() {
        CascadeContract contract = CascadeContract.builder(Owner.class, Pet.class)
                .relation(Owner.class, "pets", pets -> pets.cascade().orphanRemoval())
                .build();

        assertThat(relation(contract, Owner.class, "pets").removes()).isTrue();
        assertThat(relation(contract, Owner.class, "pets").cascades(REMOVE)).isFalse();
    }

    @Test
    void the_builder_overrides_what_it_names_and_leaves_the_rest() {
        CascadeContract contract = CascadeContract.builder(Owner.class, Pet.class)
                .relation(Owner.class, "pets", pets -> pets.passiveDeletes(Mode.ON))
                .relation(Owner.class, "pets", pets -> pets.orphanRemoval())
                .relation(
                        Pet.class,
                        "owner",
                        owner -> owner.cascade(PERSIST, MERGE).singleParent())
                .build();
        Relation pets = relation(contract, Owner.class, "pets");
        Relation owner = relation(contract, Pet.class, "owner");

        assertThat(pets.cascades(REMOVE)).isTrue();
        assertThat(pets.orphanRemoval()).isTrue();
        assertThat(pets.passiveDeletes()).isEqualTo(Mode.ON);
        assertThat(owner.cascades(MERGE)).isTrue();
        assertThat(owner.cascades(REMOVE)).isFalse();
        assertThat(owner.isSingleParent()).isTrue();
    }

    @Test
    void the_builder_may_take_settings_away_and_spreads_all() {
        CascadeContract contract = CascadeContract.builder(Owner.class, Pet.class)
                .relation(
                        Owner.class,
                        "pets",
                        pets -> pets.orphanRemoval().noOrphanRemoval().cascade())
                .relation(Pet.class, "owner", owner -> owner.cascade(ALL))
                .build();
        Relation pets = relation(contract, Owner.class, "pets");
        Relation owner = relation(contract, Pet.class, "owner");

        assertThat(pets.removes()).isFalse();
        assertThat(owner.cascades(CascadeType.DETACH)).isTrue();
        assertThat(owner.mapping().settings().cascade()).doesNotContain(ALL).hasSize(5);
    }

    @Test
    void a_generated_subclass_has_the_model_of_its_entity() {
        CascadeContract contract = CascadeContract.of(Owner.class, Pet.class);

        assertThat(contract.entity(new Owner() {}.getClass())).isSameAs(contract.entity(Owner.class));
        assertThat(contract.find(String.class)).isEmpty();
        assertThatThrownBy(() -> contract.entity(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("[Owner, Pet]");
    }

    @Test
    void entities_keep_their_order_and_a_class_named_twice_is_one() {
        CascadeContract contract = CascadeContract.of(Pet.class, Owner.class, Pet.class);

        assertThat(contract.entityClasses()).containsExactly(Pet.class, Owner.class);
        assertThat(contract.entities()).extracting(EntityModel::name).containsExactly("Pet", "Owner");
        assertThat(contract.entity(Owner.class).relation("none")).isEmpty();
    }

    private static Relation relation(CascadeContract contract, Class<?> entity, String attribute) {
        return contract.entity(entity).relation(attribute).orElseThrow();
    }

    @Entity(name = "Owner")
    static class Owner {
        @Id
        Integer id;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
        List<Pet> pets;
    }

    @Entity(name = "Pet")
    static class Pet {
        @Id
        Integer id;

        @ManyToOne(optional = false)
        @OnDelete(ReferentialAction.CASCADE)
        Owner owner;
    }

    @MappedSuperclass
    static class Kept {
        @ManyToOne
        Owner keeper;
    }

    @Entity(name = "Dog")
    static class Dog extends Kept {
        @Id
        Integer id;
    }

    @Entity(name = "Folder")
    static class Folder {
        @Id
        Integer id;

        @OneToMany
        @JoinColumn(name = "folder_id")
        @OnDelete(ReferentialAction.SET_NULL)
        List<Sheet> sheets;
    }

    @Entity(name = "Sheet")
    static class Sheet {
        @Id
        Integer id;

        @ManyToOne
        @JoinColumn(name = "folder_id", nullable = false)
        Folder folder;
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        Integer id;

        @OneToOne(mappedBy = "person")
        Passport passport;
    }

    @Entity(name = "Passport")
    static class Passport {
        @Id
        Integer id;

        @OneToOne
        Person person;
    }

    @Entity(name = "Article")
    static class Article {
        @Id
        Integer id;

        @ManyToMany
        @OnDelete(ReferentialAction.CASCADE)
        @SingleParent
        List<Tag> tags;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id
        Integer id;

        @ManyToMany(mappedBy = "tags")
        List<Article> articles;
    }

    @Entity(name = "Node")
    static class Node {
        @Id
        Integer id;

        @ManyToOne
        Node parent;

        @OneToMany(mappedBy = "parent")
        List<Node> children;
    }
}
