package io.github.cascadecontract.mapping;

import static jakarta.persistence.CascadeType.DETACH;
import static jakarta.persistence.CascadeType.MERGE;
import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.CascadeType.REFRESH;
import static jakarta.persistence.CascadeType.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Relations with their keys, link tables and settings. */
class RelationReaderTest {
    private final List<Refusal> problems = new ArrayList<>();

    @Test
    void keys_have_the_names_that_jakarta_persistence_gives_them() {
        assertThat(key("plain")).isEqualTo(keyOf("plain_target_no", "target_no", true, false));
        assertThat(key("mandatory")).isEqualTo(keyOf("mandatory_target_no", "target_no", false, false));
        assertThat(key("named")).isEqualTo(keyOf("named_column", "target_no", false, true));
        assertThat(key("one")).isEqualTo(keyOf("one_target_no", "target_no", true, true));
        assertThat(key("unnamed")).isEqualTo(keyOf("unnamed_target_no", "target_no", false, false));
        assertThat(key("many")).isEqualTo(keyOf("many_owner_no", "owner_no", true, false));
        assertThat(relation("inverse").joinColumns()).isNull();
        assertThat(relation("inverse").mappedBy()).isEqualTo("owner");
    }

    @Test
    void link_tables_have_the_names_that_jakarta_persistence_gives_them() {
        assertThat(relation("links").joinTable())
                .isEqualTo(new JoinTableMapping(
                        new TableName("shop", "owners_targets"),
                        List.of("Owner_owner_no"),
                        List.of("links_target_no")));
        assertThat(relation("pairedLinks").joinTable())
                .isEqualTo(new JoinTableMapping(
                        new TableName("shop", "owners_targets"),
                        List.of("pairedOwners_owner_no"),
                        List.of("pairedLinks_target_no")));
        assertThat(relation("namedLinks").joinTable())
                .isEqualTo(new JoinTableMapping(new TableName(null, "named_links"), List.of("here"), List.of("there")));
        assertThat(relation("plain").joinTable()).isNull();
    }

    @Test
    void targets_come_from_the_type_its_argument_or_the_annotation() {
        assertThat(relation("plain").target()).isEqualTo(Target.class);
        assertThat(relation("byKey").target()).isEqualTo(Target.class);
        assertThat(relation("declared").target()).isEqualTo(Target.class);
        assertThat(relation("raw").target()).isEqualTo(Target.class);
    }

    @Test
    void settings_are_those_of_the_annotations() {
        assertThat(relation("plain").settings()).isEqualTo(new RelationMapping.Settings(Set.of(), false, false, null));
        assertThat(relation("inverse").settings())
                .isEqualTo(new RelationMapping.Settings(
                        Set.of(PERSIST, MERGE, REMOVE, REFRESH, DETACH), true, false, Mode.ON));
        assertThat(relation("named").settings())
                .isEqualTo(new RelationMapping.Settings(Set.of(PERSIST, REMOVE), true, true, null));
        assertThat(relation("namedLinks").settings())
                .isEqualTo(new RelationMapping.Settings(Set.of(), false, true, Mode.ALL));
        assertThat(relation("one").settings().orphanRemoval()).isTrue();
    }

    @Test
    void on_delete_and_laziness_are_read() {
        assertThat(relation("named").onDelete()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(relation("plain").onDelete()).isNull();
        assertThat(relation("named").isLazy()).isTrue();
        assertThat(relation("plain").isLazy()).isFalse();
        assertThat(relation("inverse").isLazy()).isTrue();
    }

    @Test
    void what_cannot_be_a_relation_is_refused_and_the_rest_is_read() {
        EntityMapping mapping = new MappingReader(problems::add).read(Wrong.class);

        assertThat(mapping.relations())
                .extracting(relation -> relation.attribute().name())
                .containsExactly("right");
        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly(
                        "Wrong.texts: its target java.lang.String is not an entity class (DEC-5). "
                                + "Annotate the target with @Entity.",
                        "Wrong.raw: its target class is not told (DEC-5). Give targetEntity or a type argument.",
                        "Wrong.linked: a one-to-many without mappedBy and without @JoinColumn would need a link table "
                                + "(DEC-5). Give mappedBy or @JoinColumn.",
                        "Wrong.byTable: its key is in a link table, which the contract knows for many-to-many only "
                                + "(DEC-5). Use @JoinColumn, or map it as many-to-many.");
    }

    private JoinColumns key(String attribute) {
        return relation(attribute).joinColumns();
    }

    private static JoinColumns keyOf(String column, String referenced, boolean nullable, boolean unique) {
        return new JoinColumns(List.of(column), List.of(referenced), nullable, unique);
    }

    private RelationMapping relation(String attribute) {
        EntityMapping mapping = new MappingReader(problems::add).read(Owner.class);
        assertThat(problems).isEmpty();
        return mapping.relations().stream()
                .filter(relation -> relation.attribute().name().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    @Entity
    @Table(name = "owners", schema = "shop")
    static class Owner {
        @Id
        @Column(name = "owner_no")
        Integer id;

        @ManyToOne
        Target plain;

        @ManyToOne(optional = false)
        Target mandatory;

        @ManyToOne(
                fetch = FetchType.LAZY,
                cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
        @JoinColumn(name = "named_column", nullable = false, unique = true)
        @SingleParent(orphanRemoval = true)
        @OnDelete(ReferentialAction.SET_NULL)
        Target named;

        @OneToOne(orphanRemoval = true)
        Target one;

        @ManyToOne
        @JoinColumn(nullable = false)
        Target unnamed;

        @OneToMany
        @JoinColumn
        List<Target> many;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        @PassiveDeletes
        Set<Target> inverse;

        @OneToMany(mappedBy = "owner")
        @MapKey(name = "code")
        Map<String, Target> byKey;

        @ManyToOne(targetEntity = Target.class)
        Object declared;

        @OneToMany(mappedBy = "owner", targetEntity = Target.class)
        @SuppressWarnings("rawtypes")
        Collection raw;

        @ManyToMany
        List<Target> links;

        @ManyToMany
        List<Target> pairedLinks;

        @ManyToMany
        @JoinTable(
                name = "named_links",
                joinColumns = @JoinColumn(name = "here"),
                inverseJoinColumns = @JoinColumn(name = "there"))
        @SingleParent
        @PassiveDeletes(Mode.ALL)
        List<Target> namedLinks;
    }

    @Entity
    @Table(name = "targets")
    static class Target {
        @Id
        @Column(name = "target_no")
        Integer id;

        @ManyToOne
        Owner owner;

        @ManyToMany(mappedBy = "pairedLinks")
        List<Owner> pairedOwners;
    }

    @Entity
    static class Wrong {
        @Id
        Integer id;

        @OneToMany
        @JoinColumn
        List<String> texts;

        @OneToMany(mappedBy = "plain")
        @SuppressWarnings("rawtypes")
        List raw;

        @OneToMany
        List<Target> linked;

        @ManyToOne
        @JoinTable(name = "somewhere")
        Target byTable;

        @ManyToOne
        Target right;
    }
}
