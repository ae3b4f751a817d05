package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.CASCADE_CYCLE;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_IN_TREE;
import static io.github.cascadecontract.finding.FindingCode.RESTRICT_BESIDE_CASCADE;
import static io.github.cascadecontract.finding.FindingCode.SEVERAL_CASCADE_PATHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cascades that come back, and cascades that meet. */
class CascadeCycleTest {
    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void tables_that_remove_each_others_rows_are_found_once() {
        tables.make("""
                create table hen (id bigint primary key, egg_id bigint);
                create table egg (id bigint primary key, hen_id bigint references hen on delete cascade);
                alter table hen add foreign key (egg_id) references egg on delete cascade;
                create index on hen (egg_id);
                create index on egg (hen_id)""");

        assertThat(CheckedTables.serious(tables.check(Hen.class, Egg.class))).containsExactly(CASCADE_CYCLE);
        assertThat(tables.only(CASCADE_CYCLE, Hen.class, Egg.class).sentence())
                .contains("2 tables", "egg_hen_id_fkey", "hen_egg_id_fkey");
        assertThat(CascadeContract.of(Hen.class, Egg.class).check().findings())
                .extracting(finding -> finding.code())
                .contains(CASCADE_CYCLE);
    }

    @Test
    void a_circle_that_one_key_opens_is_none() {
        tables.make("""
                create table hen (id bigint primary key, egg_id bigint);
                create table egg (id bigint primary key, hen_id bigint references hen on delete cascade);
                alter table hen add foreign key (egg_id) references egg on delete set null""");

        assertThat(tables.find(CASCADE_CYCLE, Hen.class, Egg.class)).isEmpty();
    }

    @Test
    void a_tree_is_a_circle_of_one_table_and_only_worth_knowing() {
        tables.make("""
                create table branch (id bigint primary key, parent_id bigint references branch on delete cascade);
                create index on branch (parent_id)""");

        assertThat(tables.find(CASCADE_IN_TREE, Branch.class)).hasSize(1);
        assertThat(CheckedTables.serious(tables.check(Branch.class))).isEmpty();
    }

    @Test
    void cascades_that_meet_in_one_table_are_worth_knowing() {
        reviews("cascade");

        assertThat(tables.only(SEVERAL_CASCADE_PATHS, Shop.class, Item.class, Review.class)
                        .sentence())
                .startsWith("Rows of Review can follow one removed row of Shop on several ways: over ")
                .contains("review_item_id_fkey", "review_shop_id_fkey");
        assertThat(CheckedTables.serious(tables.check(Shop.class, Item.class, Review.class)))
                .isEmpty();
    }

    @Test
    void cascades_from_parents_that_have_nothing_in_common_do_not_meet() {
        tables.make("""
                create table shop (id bigint primary key);
                create table item (id bigint primary key, shop_id bigint references shop);
                create table review (id bigint primary key, shop_id bigint references shop on delete cascade,
                    item_id bigint references item on delete cascade)""");

        assertThat(tables.find(SEVERAL_CASCADE_PATHS, Shop.class, Item.class, Review.class))
                .isEmpty();
    }

    @Test
    void restrict_does_not_wait_for_the_other_way() throws SQLException {
        reviews("restrict");

        assertThat(tables.only(RESTRICT_BESIDE_CASCADE, Shop.class, Item.class, Review.class)
                        .constraint())
                .isEqualTo("review_shop_id_fkey");
        assertThat(tables.mended(RESTRICT_BESIDE_CASCADE, Shop.class, Item.class, Review.class)
                        .findings())
                .noneMatch(finding -> finding.code() == RESTRICT_BESIDE_CASCADE);
    }

    private void reviews(String action) {
        tables.make("""
                create table shop (id bigint primary key);
                create table item (id bigint primary key, shop_id bigint references shop on delete cascade);
                create index on item (shop_id);
                create table review (id bigint primary key, shop_id bigint references shop on delete %s,
                    item_id bigint references item on delete cascade);
                create index on review (shop_id);
                create index on review (item_id)""".formatted(action));
    }

    @Entity(name = "Hen")
    static class Hen {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Egg egg;
    }

    @Entity(name = "Egg")
    static class Egg {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Hen hen;
    }

    @Entity(name = "Branch")
    static class Branch {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Branch parent;
    }

    @Entity(name = "Shop")
    static class Shop {
        @Id
        Long id;
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Shop shop;
    }

    @Entity(name = "Review")
    static class Review {
        @Id
        Long id;

        @ManyToOne
        Shop shop;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Item item;
    }
}
