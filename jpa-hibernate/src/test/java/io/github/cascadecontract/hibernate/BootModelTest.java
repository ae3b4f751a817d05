package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.Profile;
import io.github.cascadecontract.hibernate.Blog.Tag;
import io.github.cascadecontract.hibernate.Blog.User;
import io.github.cascadecontract.hibernate.Forest.Bird;
import io.github.cascadecontract.hibernate.Forest.Leaf;
import io.github.cascadecontract.hibernate.Forest.Node;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PersistenceConfiguration;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.junit.jupiter.api.Test;

class BootModelTest {
    private static final Map<String, Object> OFFLINE = Map.of(
            "hibernate.boot.allow_jdbc_metadata_access", false,
            "jakarta.persistence.database-product-name", "PostgreSQL",
            "jakarta.persistence.database-major-version", "16");

    @Test
    void an_entity_that_the_persistence_unit_does_not_have_is_named() {
        CascadeContract contract = Blog.builder().build();
        assertThatThrownBy(
                        () -> build(contract, Map.of(), User.class, Post.class, Profile.class, Tag.class, Node.class))
                .as("a node is not a part of this contract, but its leaf is missing")
                .hasMessageContaining("Leaf");
        assertThatThrownBy(() -> build(CascadeContract.of(Node.class, Leaf.class, Bird.class), Map.of(), Bird.class))
                .hasStackTraceContaining("Node: it is not an entity of this persistence unit")
                .hasStackTraceContaining("Leaf: it is not an entity of this persistence unit")
                .hasRootCauseInstanceOf(UnsupportedMappingException.class);
    }

    @Test
    void a_naming_strategy_that_calls_keys_otherwise_is_told() {
        CascadeContract contract = CascadeContract.of(Camel.class, Hump.class);
        Map<String, Object> snakes =
                Map.of(AvailableSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl());
        assertThatThrownBy(() -> build(contract, snakes, Camel.class, Hump.class))
                .hasStackTraceContaining(
                        "Camel.humps: its column is camel_id for Hibernate and camelId in the contract");
    }

    @Test
    void an_order_column_that_the_steps_do_not_write_is_named() {
        CascadeContract contract = CascadeContract.of(Ordered.class, Hump.class);
        assertThatThrownBy(() -> build(contract, Map.of(), Ordered.class, Hump.class))
                .hasStackTraceContaining("Ordered.humps: a link table with more than its two keys")
                .hasStackTraceContaining("Ordered.ownHumps: an order or key column without mappedBy");
    }

    @Test
    void the_contract_does_not_change_the_schema_that_hibernate_would_generate() {
        Class<?>[] blog = {User.class, Post.class, Profile.class, Tag.class};
        assertThat(schema(HibernateCascade.settings(CascadeContract.of(blog)), blog))
                .isEqualTo(schema(Map.of(), blog))
                .contains("create table post_tags");
        Class<?>[] forest = {Node.class, Leaf.class, Bird.class};
        assertThat(schema(HibernateCascade.settings(CascadeContract.of(forest)), forest))
                .isEqualTo(schema(Map.of(), forest))
                .contains("create table leaves");
    }

    private static String schema(Map<String, Object> settings, Class<?>... entities) {
        StringWriter script = new StringWriter();
        PersistenceConfiguration configuration = configuration(settings, entities)
                .property(AvailableSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "create")
                .property(AvailableSettings.JAKARTA_HBM2DDL_SCRIPTS_CREATE_TARGET, script);
        configuration.createEntityManagerFactory().close();
        return script.toString();
    }

    private static void build(CascadeContract contract, Map<String, Object> more, Class<?>... entities) {
        configuration(HibernateCascade.settings(contract), entities)
                .properties(more)
                .createEntityManagerFactory()
                .close();
    }

    private static PersistenceConfiguration configuration(Map<String, Object> settings, Class<?>... entities) {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("test").properties(OFFLINE).properties(settings);
        List.of(entities).forEach(configuration::managedClass);
        return configuration;
    }

    @Entity(name = "Camel")
    static class Camel {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "camelId")
        List<Hump> humps;
    }

    @Entity(name = "Ordered")
    static class Ordered {
        @Id
        Long id;

        @ManyToMany
        @OrderColumn(name = "position")
        List<Hump> humps;

        @OneToMany
        @JoinColumn(name = "ordered_id")
        @OrderColumn(name = "place")
        List<Hump> ownHumps;
    }

    @Entity(name = "Hump")
    static class Hump {
        @Id
        Long id;
    }
}
