package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ALL;
import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.OFF;
import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.SET_BASED;
import static io.github.cascadecontract.finding.FindingCode.NULLABILITY_DIFFERS;
import static io.github.cascadecontract.finding.FindingCode.NULLABLE_ORPHAN_KEY;
import static io.github.cascadecontract.finding.FindingCode.NULLING_NOT_NULL_KEY;
import static io.github.cascadecontract.finding.FindingCode.OUTCOME_DEPENDS_ON_LOADING;
import static io.github.cascadecontract.finding.FindingCode.SET_DEFAULT_WITHOUT_DEFAULT;
import static io.github.cascadecontract.finding.FindingCode.SET_NULL_ON_NOT_NULL_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that become NULL and must not, and keys that may be NULL and should not. */
class NullKeysTest {
    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_relation_without_remove_cannot_set_a_not_null_key_to_null() throws SQLException {
        children("not null");

        for (PassiveDeletes.Mode mode : List.of(OFF, SET_BASED))
            assertThat(tables.find(NULLING_NOT_NULL_KEY, keeping(mode))).hasSize(1);
        assertThat(tables.find(NULLING_NOT_NULL_KEY, keeping(OFF)).get(0).sentence())
                .contains("Parent.children does not cascade REMOVE", "sets parent_id of each child to NULL");
        tables.run(String.valueOf(
                tables.find(NULLING_NOT_NULL_KEY, keeping(OFF)).get(0).mend()));
        assertThat(tables.find(NULLING_NOT_NULL_KEY, keeping(OFF))).isEmpty();
    }

    @Test
    void it_can_where_the_relation_removes_or_leaves_all_to_the_database_or_the_key_may_be_null() {
        children("not null");
        assertThat(tables.find(NULLING_NOT_NULL_KEY, keeping(ALL))).isEmpty();
        assertThat(tables.find(NULLING_NOT_NULL_KEY, Parent.class, Child.class)).isEmpty();

        tables.make("alter table child alter parent_id drop not null");
        assertThat(tables.find(NULLING_NOT_NULL_KEY, keeping(OFF))).isEmpty();
    }

    @Test
    void the_mapping_alone_is_enough_where_it_says_not_null() {
        CascadeContract contract = CascadeContract.builder(Town.class, Firm.class)
                .relation(Town.class, "firms", firms -> firms.cascade().noOrphanRemoval())
                .build();

        assertThat(contract.check().findings()).anyMatch(finding -> finding.code() == NULLING_NOT_NULL_KEY);
    }

    @ParameterizedTest
    @CsvSource({"set null,1", "set default,1", "cascade,0", "no action,0"})
    void an_action_that_makes_a_not_null_key_null_is_found(String action, int findings) throws SQLException {
        children("not null", action);

        CascadeContract contract = keeping(ALL);
        assertThat(tables.find(SET_NULL_ON_NOT_NULL_KEY, contract)).hasSize(findings);
        if (findings == 0) return;
        tables.run(String.valueOf(
                tables.find(SET_NULL_ON_NOT_NULL_KEY, contract).get(0).mend()));
        assertThat(tables.find(SET_NULL_ON_NOT_NULL_KEY, contract)).isEmpty();
    }

    @Test
    void a_default_makes_set_default_right_and_the_client_may_act_before_the_key() {
        children("not null default 1", "set default");
        assertThat(tables.find(SET_NULL_ON_NOT_NULL_KEY, keeping(ALL))).isEmpty();

        tables.make("alter table child alter parent_id drop default");
        assertThat(tables.find(SET_NULL_ON_NOT_NULL_KEY, keeping(ALL))).hasSize(1);
        assertThat(tables.find(SET_NULL_ON_NOT_NULL_KEY, Parent.class, Child.class))
                .isEmpty();
    }

    @Test
    void only_columns_that_the_action_names_become_null() {
        tables.make("""
                create table parent (id bigint primary key, tenant bigint not null, unique (tenant, id));
                create table child (id bigint primary key, tenant bigint not null, parent_id bigint,
                    foreign key (tenant, parent_id) references parent (tenant, id) on delete set null (parent_id));
                create index on child (tenant, parent_id)""");

        assertThat(CheckedTables.serious(tables.check(keeping(ALL)))).isEmpty();
        tables.make("""
                alter table child drop constraint child_tenant_parent_id_fkey,
                    add foreign key (tenant, parent_id) references parent (tenant, id) on delete set null""");
        assertThat(tables.find(SET_NULL_ON_NOT_NULL_KEY, keeping(ALL))).hasSize(1);
    }

    @Test
    void set_null_declared_on_a_not_null_key_is_found_without_a_database() {
        CascadeContract contract = CascadeContract.of(Reader.class, Memo.class);

        assertThat(contract.check().findings())
                .extracting(finding -> finding.code())
                .contains(SET_NULL_ON_NOT_NULL_KEY);
    }

    @Test
    void set_default_without_a_default_acts_as_set_null() throws SQLException {
        children("", "set default");

        assertThat(CheckedTables.serious(tables.check(keeping(ALL)))).containsExactly(SET_DEFAULT_WITHOUT_DEFAULT);
        tables.run(String.valueOf(
                tables.find(SET_DEFAULT_WITHOUT_DEFAULT, keeping(ALL)).get(0).mend()));
        assertThat(CheckedTables.serious(tables.check(keeping(ALL)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cascade,1", "set default,1", "set null,0"})
    void under_on_without_remove_loaded_and_unloaded_children_should_end_alike(String action, int findings) {
        children("default 1", action);

        assertThat(tables.find(OUTCOME_DEPENDS_ON_LOADING, keeping(ON))).hasSize(findings);
        assertThat(tables.find(OUTCOME_DEPENDS_ON_LOADING, keeping(ALL))).isEmpty();
    }

    @Test
    void a_nullable_key_under_orphan_removal_is_worth_knowing() throws SQLException {
        children("");

        assertThat(tables.only(NULLABLE_ORPHAN_KEY, Parent.class, Child.class).mend())
                .endsWith("ALTER COLUMN \"parent_id\" SET NOT NULL;");
        assertThat(tables.mended(NULLABLE_ORPHAN_KEY, Parent.class, Child.class).findings())
                .noneMatch(finding -> finding.code() == NULLABLE_ORPHAN_KEY);
    }

    @Test
    void the_root_of_a_tree_has_no_parent_and_a_child_of_two_owners_may_miss_one() {
        tables.make("""
                create table tree (id bigint primary key, parent_id bigint references tree);
                create index on tree (parent_id);
                create table parent (id bigint primary key);
                create table gift (id bigint primary key, giver_id bigint references parent, taker_id bigint references parent);
                create index on gift (giver_id);
                create index on gift (taker_id)""");

        assertThat(tables.find(NULLABLE_ORPHAN_KEY, Tree.class)).isEmpty();
        assertThat(tables.find(NULLABLE_ORPHAN_KEY, Giver.class, Gift.class)).isEmpty();
    }

    @Test
    void a_column_that_may_be_null_against_the_mapping_is_worth_knowing() {
        tables.make("""
                create table town (id bigint primary key);
                create table firm (id bigint primary key, town_id bigint references town);
                create index on firm (town_id)""");
        CascadeContract contract = CascadeContract.of(Town.class, Firm.class);

        assertThat(tables.find(NULLABILITY_DIFFERS, contract)).hasSize(1);
        assertThat(CheckedTables.serious(tables.check(contract))).isEmpty();
    }

    private void children(String column) {
        children(column, "no action");
    }

    private void children(String column, String action) {
        tables.make("""
                create table parent (id bigint primary key);
                create table child (id bigint primary key, parent_id bigint %s references parent on delete %s);
                create index on child (parent_id)""".formatted(column, action));
    }

    private static CascadeContract keeping(PassiveDeletes.Mode mode) {
        return CascadeContract.builder(Parent.class, Child.class)
                .relation(
                        Parent.class,
                        "children",
                        children -> children.cascade().noOrphanRemoval().passiveDeletes(mode))
                .build();
    }

    @Entity(name = "Parent")
    static class Parent {
        @Id
        Long id;

        @OneToMany(mappedBy = "parent", orphanRemoval = true)
        List<Child> children;
    }

    @Entity(name = "Child")
    static class Child {
        @Id
        Long id;

        @ManyToOne
        Parent parent;
    }

    @Entity(name = "Town")
    static class Town {
        @Id
        Long id;

        @OneToMany(mappedBy = "town", orphanRemoval = true)
        List<Firm> firms;
    }

    @Entity(name = "Firm")
    static class Firm {
        @Id
        Long id;

        @ManyToOne(optional = false)
        Town town;
    }

    @Entity(name = "Reader")
    static class Reader {
        @Id
        Long id;
    }

    @Entity(name = "Memo")
    static class Memo {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(nullable = false)
        @OnDelete(ReferentialAction.SET_NULL)
        Reader reader;
    }

    @Entity(name = "Tree")
    static class Tree {
        @Id
        Long id;

        @ManyToOne
        Tree parent;

        @OneToMany(mappedBy = "parent", orphanRemoval = true)
        List<Tree> children;
    }

    @Entity(name = "Giver")
    @Table(name = "parent")
    static class Giver {
        @Id
        Long id;

        @OneToMany(mappedBy = "giver", orphanRemoval = true)
        List<Gift> given;

        @OneToMany(mappedBy = "taker", orphanRemoval = true)
        List<Gift> taken;
    }

    @Entity(name = "Gift")
    static class Gift {
        @Id
        Long id;

        @ManyToOne
        Giver giver;

        @ManyToOne
        Giver taker;
    }
}
