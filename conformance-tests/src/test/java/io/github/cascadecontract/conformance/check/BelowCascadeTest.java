package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.BLOCKED_BELOW_CASCADE;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_LEAVES_CACHE;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_LEAVES_ROOT_ROW;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_SKIPS_CALLBACKS;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_SKIPS_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PreRemove;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lies below rows that the database removes: nobody else handles it, and nobody reads it. */
class BelowCascadeTest {
    private static final String CABINETS = """
            create table cabinet (id bigint primary key);
            create table drawer (id bigint primary key, version bigint, cabinet_id bigint references cabinet on delete cascade);
            create index on drawer (cabinet_id);
            create table sheet (id bigint primary key, drawer_id bigint references drawer %s);
            create index on sheet (drawer_id);
            create table drawer_labels (drawer_id bigint references drawer %s, labels text);
            create index on drawer_labels (drawer_id)""";

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void children_and_elements_below_need_cascade_too() throws SQLException {
        tables.make(CABINETS.formatted("", ""));

        List<Finding> found = tables.find(BLOCKED_BELOW_CASCADE, Cabinet.class, Drawer.class, Sheet.class);
        assertThat(found).extracting(Finding::where).containsExactlyInAnyOrder("Drawer.sheets", "Drawer.labels");
        for (Finding finding : found) tables.run(String.valueOf(finding.mend()));
        assertThat(CheckedTables.serious(tables.check(Cabinet.class, Drawer.class, Sheet.class)))
                .containsExactly(CASCADE_SKIPS_CALLBACKS, CASCADE_LEAVES_CACHE);
    }

    @Test
    void a_key_that_nobody_shall_follow_may_become_null_instead() {
        tables.make(CABINETS.formatted("on delete set null", "on delete cascade"));

        assertThat(tables.find(BLOCKED_BELOW_CASCADE, sheetsStay())).isEmpty();
        assertThat(tables.find(BLOCKED_BELOW_CASCADE, Cabinet.class, Drawer.class, Sheet.class))
                .hasSize(1);
    }

    @Test
    void rows_that_nobody_says_to_remove_are_not_mended_into_being_removed() {
        tables.make(CABINETS.formatted("", "on delete cascade"));

        assertThat(tables.find(BLOCKED_BELOW_CASCADE, sheetsStay()))
                .extracting(Finding::mend)
                .singleElement()
                .asString()
                .contains("ON DELETE SET NULL");
        tables.make("alter table sheet alter drawer_id set not null");
        assertThat(tables.find(BLOCKED_BELOW_CASCADE, sheetsStay()))
                .extracting(Finding::mend)
                .containsExactly((String) null);
    }

    @Test
    void nothing_is_below_where_the_client_removes_the_upper_rows() {
        tables.make(CABINETS.formatted("", ""));

        CheckReport report = tables.check(byClient(PassiveDeletes.Mode.OFF));
        assertThat(CheckedTables.serious(report)).isEmpty();
        assertThat(report.findings()).noneMatch(finding -> finding.code() == CASCADE_SKIPS_VERSION);
    }

    @Test
    void rows_that_go_with_the_same_parent_on_another_way_are_not_in_the_way() {
        tables.make("""
                create table tenant (id bigint primary key);
                create table folder (id bigint primary key, tenant_id bigint references tenant on delete cascade);
                create index on folder (tenant_id);
                create table page (id bigint primary key, tenant_id bigint references tenant on delete cascade,
                    folder_id bigint references folder);
                create index on page (tenant_id);
                create index on page (folder_id)""");

        assertThat(CheckedTables.serious(tables.check(Tenant.class, Folder.class, Page.class)))
                .isEmpty();
    }

    @Test
    void callbacks_versions_and_the_cache_are_told_without_a_database_too() {
        CheckReport report =
                CascadeContract.of(Cabinet.class, Drawer.class, Sheet.class).check();

        assertThat(report.findings())
                .extracting(Finding::code, finding -> finding.sentence().split("(?<=\\.) ")[0])
                .contains(
                        tuple(
                                CASCADE_SKIPS_CALLBACKS,
                                "Drawer has a @PreRemove callback, and rows of it are removed by the database over Cabinet.drawers without being read."),
                        tuple(
                                CASCADE_SKIPS_VERSION,
                                "Drawer has a @Version, and rows of it are removed by the database over Cabinet.drawers without being read."),
                        tuple(
                                CASCADE_LEAVES_CACHE,
                                "Drawer is in the second-level cache, and rows of it are removed by the database over Cabinet.drawers without being read."));
    }

    @Test
    void set_statements_read_as_little_as_the_database() {
        assertThat(byClient(PassiveDeletes.Mode.SET_BASED).check().findings())
                .extracting(Finding::code)
                .contains(CASCADE_SKIPS_CALLBACKS);
        assertThat(byClient(PassiveDeletes.Mode.OFF).check().findings())
                .extracting(Finding::code)
                .doesNotContain(CASCADE_SKIPS_CALLBACKS);
    }

    @Test
    void a_cascade_into_the_table_of_a_subclass_leaves_the_row_of_its_superclass() {
        tables.make("""
                create table garage (id bigint primary key);
                create table vehicle (id bigint primary key);
                create table car (id bigint primary key references vehicle,
                    garage_id bigint references garage on delete cascade);
                create index on car (garage_id)""");

        assertThat(tables.only(CASCADE_LEAVES_ROOT_ROW, Garage.class, Vehicle.class, Car.class)
                        .sentence())
                .contains("deletes rows of Car", "leaves what belongs to them in Vehicle");
        assertThat(tables.find(CASCADE_LEAVES_ROOT_ROW, carsByClient())).isEmpty();
    }

    private static CascadeContract sheetsStay() {
        return CascadeContract.builder(Cabinet.class, Drawer.class, Sheet.class)
                .relation(Drawer.class, "sheets", sheets -> sheets.cascade())
                .build();
    }

    private static CascadeContract byClient(PassiveDeletes.Mode mode) {
        return CascadeContract.builder(Cabinet.class, Drawer.class, Sheet.class)
                .relation(Cabinet.class, "drawers", drawers -> drawers.passiveDeletes(mode))
                .build();
    }

    private static CascadeContract carsByClient() {
        return CascadeContract.builder(Garage.class, Vehicle.class, Car.class)
                .relation(Garage.class, "cars", cars -> cars.passiveDeletes(PassiveDeletes.Mode.OFF))
                .build();
    }

    @Entity(name = "Cabinet")
    static class Cabinet {
        @Id
        Long id;

        @OneToMany(mappedBy = "cabinet", cascade = CascadeType.REMOVE)
        @PassiveDeletes
        List<Drawer> drawers;
    }

    @Entity(name = "Drawer")
    @Cacheable
    static class Drawer {
        @Id
        Long id;

        @Version
        Long version;

        @ManyToOne
        Cabinet cabinet;

        @OneToMany(mappedBy = "drawer", cascade = CascadeType.REMOVE)
        List<Sheet> sheets;

        @ElementCollection
        Set<String> labels;

        @PreRemove
        void tell() {}
    }

    @Entity(name = "Sheet")
    static class Sheet {
        @Id
        Long id;

        @ManyToOne
        Drawer drawer;
    }

    @Entity(name = "Tenant")
    static class Tenant {
        @Id
        Long id;
    }

    @Entity(name = "Folder")
    static class Folder {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Tenant tenant;

        @OneToMany(mappedBy = "folder", cascade = CascadeType.REMOVE)
        List<Page> pages;
    }

    @Entity(name = "Page")
    static class Page {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Tenant tenant;

        @ManyToOne
        Folder folder;
    }

    @Entity(name = "Garage")
    static class Garage {
        @Id
        Long id;

        @OneToMany(mappedBy = "garage", cascade = CascadeType.REMOVE)
        @PassiveDeletes
        List<Car> cars;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        Long id;
    }

    @Entity(name = "Car")
    static class Car extends Vehicle {
        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Garage garage;
    }
}
