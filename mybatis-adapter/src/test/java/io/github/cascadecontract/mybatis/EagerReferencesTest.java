package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EagerReferencesTest {
    private static final String DDL = """
            CREATE TABLE country (id int PRIMARY KEY, capital_id int);
            CREATE TABLE city (id int PRIMARY KEY, country_id int REFERENCES country);
            CREATE TABLE mayor (id int PRIMARY KEY, city_id int REFERENCES city);
            INSERT INTO country VALUES (1, 2), (2, NULL);
            INSERT INTO city VALUES (1, 1), (2, 1), (3, 2);
            INSERT INTO mayor VALUES (7, 2);
            """;

    private TestSchema schema;
    private UnitOfWork work;

    @BeforeEach
    void begin() {
        schema = new TestSchema(DDL);
        work = UnitOfWorkFactory.open(CascadeContract.of(Country.class, City.class, Mayor.class), schema.dataSource())
                .begin();
    }

    @AfterEach
    void end() {
        work.close();
        schema.close();
    }

    @Test
    void what_cannot_be_lazy_is_loaded_with_the_result_one_select_per_relation_and_level() {
        Country country = work.find(Country.class, 1);

        assertThat(country.capital.id).isEqualTo(2);
        assertThat(country.capital.country).isSameAs(country);
        assertThat(country.capital.mayor.id).isEqualTo(7);
        assertThat(country.capital.mayor.city).isSameAs(country.capital);
        assertThat(schema.sent()).containsExactly("SELECT Country", "SELECT City", "SELECT Mayor");

        assertThat(country.cities).hasSize(2).contains(country.capital);
        assertThat(schema.sent()).containsExactly("SELECT City", "SELECT Mayor");
    }

    @Test
    void an_eager_inverse_one_to_one_is_loaded_and_an_orphan_when_it_is_set_to_null() {
        City city = work.find(City.class, 2);
        assertThat(work.isLoaded(city, "mayor")).isTrue();
        city.mayor = null;
        work.commit();

        assertThat(schema.column("SELECT id FROM mayor")).isEmpty();
    }

    @Test
    void a_class_without_getters_is_changed_by_its_fields() {
        City city = work.find(City.class, 3);
        city.country = work.find(Country.class, 1);
        work.commit();

        assertThat(schema.column("SELECT country_id FROM city WHERE id = 3")).containsExactly("1");
    }

    @Entity
    static final class Country {
        @Id
        int id;

        @ManyToOne
        @JoinColumn(name = "capital_id")
        City capital;

        @OneToMany(mappedBy = "country")
        List<City> cities = new ArrayList<>();
    }

    @Entity
    static class City {
        @Id
        int id;

        @ManyToOne
        Country country;

        @OneToOne(mappedBy = "city", cascade = CascadeType.ALL, orphanRemoval = true)
        Mayor mayor;

        private City() {}
    }

    @Entity
    static class Mayor {
        @Id
        int id;

        @OneToOne
        City city;

        final int getId() {
            return id;
        }
    }
}
