package io.github.cascadecontract.engine;

import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MER-1 to MER-3 over embeddables, element collections and entities that extend each other. */
class MergeMappingsTest {
    private final Story story = Story.of(CascadeContract.of(Depot.class, Vehicle.class, Truck.class, Country.class))
            .row(Depot.class, 1)
            .row(Country.class, 44)
            .row(Truck.class, 7, "depot_id", 1);

    @Test
    void a_name_of_an_embeddable_stands_for_all_in_it_and_a_path_for_one() {
        Depot depot = story.find(Depot.class, 1);
        depot.address = address("Old Street", "Old Town");

        story.merge(given(address("New Street", "New Town")), only("address.city"));
        assertThat(depot.address.street).isEqualTo("Old Street");
        assertThat(depot.address.city).isEqualTo("New Town");

        story.merge(given(address("New Street", "New Town")), only("address"));
        assertThat(depot.address.street).isEqualTo("New Street");
    }

    @Test
    void a_relation_inside_an_embeddable_is_set() {
        Address address = address("Street", "Town");
        address.country = new Country();
        address.country.id = 44;

        story.merge(given(address), only("address.country"));

        assertThat(story.find(Depot.class, 1).address.country).isSameAs(story.find(Country.class, 44));
    }

    @Test
    void a_null_element_collection_says_nothing_and_an_empty_one_says_none() {
        Depot depot = story.find(Depot.class, 1);
        depot.labels = List.of("kept");
        Depot given = given(null);

        story.merge(given, only("labels"));
        assertThat(depot.labels).containsExactly("kept");

        given.labels = List.of();
        story.merge(given, only("labels"));
        assertThat(depot.labels).isEmpty();
    }

    @Test
    void a_given_child_is_matched_with_its_own_class() {
        Truck truck = new Truck();
        truck.id = 7;
        truck.axles = 3;
        Depot given = given(null);
        given.vehicles = List.of(truck);

        Depot merged = story.merge(given, only("vehicles"));

        assertThat(merged.vehicles).containsExactly(story.find(Truck.class, 7));
        assertThat(story.find(Truck.class, 7).axles).isEqualTo(3);
        assertThat(story.flush()).isEmpty();
    }

    private static Depot given(Address address) {
        Depot given = new Depot();
        given.id = 1;
        given.address = address;
        return given;
    }

    private static Address address(String street, String city) {
        Address address = new Address();
        address.street = street;
        address.city = city;
        return address;
    }

    @Entity(name = "Depot")
    static class Depot extends Row {
        @Embedded
        Address address;

        @ElementCollection
        List<String> labels;

        @OneToMany(mappedBy = "depot", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Vehicle> vehicles;
    }

    @Embeddable
    static class Address {
        String street;
        String city;

        @ManyToOne
        Country country;
    }

    @Entity(name = "Country")
    static class Country extends Row {}

    @Entity(name = "Vehicle")
    static class Vehicle extends Row {
        @ManyToOne
        Depot depot;
    }

    @Entity(name = "Truck")
    static class Truck extends Vehicle {
        Integer axles;
    }
}
