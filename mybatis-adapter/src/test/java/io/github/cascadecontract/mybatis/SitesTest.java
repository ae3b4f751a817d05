package io.github.cascadecontract.mybatis;

import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mybatis.Sites.Address;
import io.github.cascadecontract.mybatis.Sites.Note;
import io.github.cascadecontract.mybatis.Sites.Owner;
import io.github.cascadecontract.mybatis.Sites.Plan;
import io.github.cascadecontract.mybatis.Sites.Region;
import io.github.cascadecontract.mybatis.Sites.RegionId;
import io.github.cascadecontract.mybatis.Sites.Site;
import io.github.cascadecontract.mybatis.Sites.SiteKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Composite, derived and random ids, and embeddables. */
class SitesTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Sites.DDL);
        factory = UnitOfWorkFactory.open(Sites.CONTRACT, schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void an_entity_is_found_by_its_id_object_and_is_one_instance() {
        factory.inTransaction(work -> {
            Site site = work.find(Site.class, new SiteKey("at", 2));
            Region reference = site.getRegion();
            assertThat(work.isLoaded(site, "region")).isFalse();
            assertThat(reference.getId()).isEqualTo(new RegionId("at", 1));

            Region region = work.find(Region.class, new RegionId("at", 1));

            assertThat(region).isSameAs(reference);
            assertThat(region.getSites()).hasSize(2).contains(site);
            assertThat(work.find(Region.class, new RegionId("xx", 1))).isNull();
            assertThat(work.isLoaded(region, "id")).isTrue();
        });
        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.find(Region.class, "at");
                }))
                .hasMessageContaining("RegionId");
    }

    @Test
    void rows_are_written_updated_and_deleted_set_wise() {
        factory.inTransaction(work -> {
            Region region = work.find(Region.class, new RegionId("at", 1));
            region.setName("EAST");
            for (Site site : region.getSites()) site.setLabel("new " + site.getLabel());
            region.getSites().add(new Site("at", 7));
            region.getNotes().add(new Note("m"));
            schema.sent();
            work.flush();
            assertThat(schema.sent())
                    .containsExactlyInAnyOrder(
                            "SELECT nextval", "INSERT sites", "INSERT notes", "UPDATE regions", "UPDATE sites");
        });
        assertThat(schema.column("SELECT country || number || coalesce(label, '-') FROM sites"
                        + " WHERE region_country = 'at' ORDER BY 1"))
                .containsExactly("at1new a", "at2new b", "at7-");
        assertThat(schema.column("SELECT text FROM notes WHERE region_code = 1 ORDER BY 1"))
                .containsExactly("m", "n");
        schema.sent();

        factory.inTransaction(work -> work.remove(work.find(Region.class, new RegionId("at", 1))));

        assertThat(schema.column("SELECT country || number FROM sites")).containsExactly("de1");
        assertThat(schema.column("SELECT text FROM notes")).isEmpty();
        assertThat(schema.sent()).filteredOn(sent -> sent.startsWith("DELETE")).hasSizeLessThan(6);
    }

    @Test
    void a_child_is_moved_by_one_update_of_both_columns() {
        factory.inTransaction(work ->
                work.find(Site.class, new SiteKey("at", 1)).setRegion(work.find(Region.class, new RegionId("de", 1))));

        assertThat(schema.sent()).contains("UPDATE sites").doesNotContain("DELETE sites");
        assertThat(schema.column("SELECT region_country || region_code FROM sites WHERE country = 'at' AND number = 1"))
                .containsExactly("de1");
    }

    @Test
    void an_orphan_goes_and_a_stale_version_is_refused() {
        factory.inTransaction(work ->
                work.find(Region.class, new RegionId("de", 1)).getSites().clear());
        assertThat(schema.column("SELECT count(*) FROM sites")).containsExactly("2");

        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.remove(work.find(Region.class, new RegionId("at", 2)));
                    schema.execute("UPDATE regions SET version = 5");
                }))
                .isInstanceOf(StaleEntityException.class);
    }

    @Test
    void links_have_two_columns_for_each_end() {
        factory.inTransaction(work -> {
            Site site = work.find(Site.class, new SiteKey("at", 1));
            assertThat(site.getFriends()).hasSize(2);
            site.getFriends().remove(work.find(Site.class, new SiteKey("de", 1)));
            site.getFriends().add(site);
        });

        assertThat(schema.column("SELECT friend_country || friend_number FROM site_friends ORDER BY 1"))
                .containsExactly("at1", "at2");
    }

    @Test
    void a_derived_id_is_taken_from_the_entity_that_gives_it() {
        factory.inTransaction(work -> {
            Site site = new Site("fr", 3);
            site.setPlan(new Plan(12));
            work.persist(site);
        });
        assertThat(schema.column("SELECT country || number || sheets FROM plans"))
                .containsExactly("fr312");

        factory.inTransaction(work -> {
            Site site = work.find(Site.class, new SiteKey("fr", 3));
            assertThat(site.getPlan().getSheets()).isEqualTo(12);
            assertThat(site.getPlan().getSite()).isSameAs(site);
            site.setPlan(null);
        });
        assertThat(schema.column("SELECT count(*) FROM plans")).containsExactly("0");
    }

    @Test
    void embeddables_come_and_go_with_their_entity() {
        factory.inTransaction(work -> {
            Region east = work.find(Region.class, new RegionId("at", 1));
            assertThat(east.getAddress().getCity()).isEqualTo("wien");
            assertThat(east.getAddress().getZip()).isEqualTo(1010);
            assertThat(work.find(Region.class, new RegionId("at", 2)).getAddress())
                    .isNull();
            east.getAddress().setCity("linz");
            east.getAddress().setOwner(new Owner("ann"));
            work.find(Region.class, new RegionId("at", 2)).setAddress(new Address("bregenz", 6900, null));
        });
        assertThat(schema.column("SELECT main_city || main_zip FROM regions ORDER BY country, code"))
                .containsExactly("linz1010", "bregenz6900", null);

        factory.inTransaction(work -> {
            Region east = work.find(Region.class, new RegionId("at", 1));
            assertThat(work.isLoaded(east, "address.owner")).isFalse();
            assertThat(east.getAddress().getOwner().getName()).isEqualTo("ann");
            east.setAddress(null);
        });
        assertThat(schema.column("SELECT main_owner FROM regions WHERE code = 1 AND country = 'at'"))
                .containsExactly((String) null);
    }

    @Test
    void a_random_id_is_given_before_the_insert() {
        Owner owner = new Owner("ann");
        factory.inTransaction(work -> work.persist(owner));

        assertThat(schema.sent()).containsExactly("INSERT owners");
        assertThat(schema.column("SELECT id FROM owners"))
                .containsExactly(owner.getId().toString());
        assertThat(factory.callInTransaction(work -> work.find(Owner.class, owner.getId()))
                        .getName())
                .isEqualTo("ann");
    }

    @Test
    void merge_and_refresh_match_by_the_id_object() {
        factory.inTransaction(work -> {
            Region given = new Region("at", 1, "given");
            given.setAddress(new Address("graz", 8010, null));
            given.getSites().addAll(List.of(new Site("at", 2), new Site("at", 9)));

            Region region = work.merge(given, only("name", "address.city", "sites"));
            work.flush();
            region.setName("forgotten");
            region.getAddress().setCity("forgotten");
            work.refresh(region);

            assertThat(region.getName()).isEqualTo("given");
            assertThat(region.getAddress().getCity()).isEqualTo("graz");
            assertThat(region.getAddress().getZip()).isEqualTo(1010);
            assertThat(region.getSites()).hasSize(2);
        });
        assertThat(schema.column("SELECT country || number FROM sites ORDER BY 1"))
                .containsExactly("at2", "at9", "de1");
    }
}
