package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each callback fires once for each entity that the client handles. */
class CallbackTest {
    private static final List<String> CALLBACKS = new ArrayList<>();

    private final TestDatabase database = new TestDatabase();
    private UnitOfWorkFactory factory = open(contract -> {});

    private UnitOfWorkFactory open(Consumer<ContractBuilder> settings) {
        ContractBuilder contract = CascadeContract.builder(Shop.class, Shelf.class, Sign.class);
        settings.accept(contract);
        return UnitOfWorkFactory.open("eclipselink", contract.build(), database.dataSource());
    }

    @BeforeEach
    void seed() {
        database.execute("""
                CREATE TABLE shops (id bigint PRIMARY KEY, name text);
                CREATE TABLE shelves (id bigint PRIMARY KEY, name text, shop_id bigint REFERENCES shops ON DELETE CASCADE);
                CREATE TABLE signs (id bigint PRIMARY KEY, shop_id bigint UNIQUE REFERENCES shops);
                INSERT INTO shops VALUES (1, 'a'), (2, 'b');
                INSERT INTO shelves VALUES (1, 'a', 1), (2, 'b', 1), (3, 'c', 2);
                INSERT INTO signs VALUES (1, 1)""");
        CALLBACKS.clear();
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    private static void forgetLoads() {
        CALLBACKS.removeIf(callback -> callback.startsWith("PostLoad"));
    }

    @Test
    void of_a_removal_cascade() {
        factory.inTransaction(work -> work.remove(work.find(Shop.class, 1L)));
        forgetLoads();
        assertThat(CALLBACKS)
                .containsExactlyInAnyOrder(
                        "PreRemove Shop 1",
                        "PostRemove Shop 1",
                        "PreRemove Shelf 1",
                        "PostRemove Shelf 1",
                        "PreRemove Shelf 2",
                        "PostRemove Shelf 2",
                        "PreRemove Sign 1",
                        "PostRemove Sign 1");
    }

    @Test
    void of_orphans() {
        factory.inTransaction(work -> {
            Shop shop = work.find(Shop.class, 1L);
            shop.shelves.removeIf(shelf -> shelf.id == 2);
            shop.sign = new Sign(7);
        });
        forgetLoads();
        // EclipseLink takes a parent whose inverse one-to-one has changed for updated, although it writes nothing.
        CALLBACKS.removeIf(callback -> callback.endsWith("Update Shop 1"));
        assertThat(CALLBACKS)
                .containsExactlyInAnyOrder(
                        "PreRemove Shelf 2",
                        "PostRemove Shelf 2",
                        "PreRemove Sign 1",
                        "PostRemove Sign 1",
                        "PrePersist Sign 7",
                        "PostPersist Sign 7");
    }

    @Test
    void of_a_persist_cascade() {
        factory.inTransaction(work -> {
            Shop shop = new Shop(9);
            shop.shelves.add(new Shelf(9));
            work.persist(shop);
            shop.shelves.add(new Shelf(8));
        });
        assertThat(CALLBACKS)
                .containsExactlyInAnyOrder(
                        "PrePersist Shop 9",
                        "PostPersist Shop 9",
                        "PrePersist Shelf 9",
                        "PostPersist Shelf 9",
                        "PrePersist Shelf 8",
                        "PostPersist Shelf 8");
    }

    @Test
    void of_a_merge() {
        factory.inTransaction(work -> {
            Shop given = new Shop(1);
            given.name = "changed";
            given.shelves.add(new Shelf(1));
            given.shelves.add(new Shelf(5));
            given.shelves.forEach(shelf -> shelf.name = "a");
            work.merge(given);
        });
        forgetLoads();
        assertThat(CALLBACKS)
                .containsExactlyInAnyOrder(
                        "PreUpdate Shop 1",
                        "PostUpdate Shop 1",
                        "PrePersist Shelf 5",
                        "PostPersist Shelf 5",
                        "PreRemove Shelf 2",
                        "PostRemove Shelf 2",
                        "PreRemove Sign 1",
                        "PostRemove Sign 1");
    }

    @Test
    void of_children_whose_keys_become_null() {
        factory.close();
        factory = open(contract -> contract.relation(
                Shop.class, "shelves", shelves -> shelves.cascade().noOrphanRemoval()));
        factory.inTransaction(work -> work.remove(work.find(Shop.class, 2L)));
        forgetLoads();
        assertThat(CALLBACKS)
                .containsExactlyInAnyOrder(
                        "PreUpdate Shelf 3", "PostUpdate Shelf 3", "PreRemove Shop 2", "PostRemove Shop 2");
    }

    @Test
    void none_of_rows_that_the_database_or_a_set_statement_removes() {
        for (Mode mode : List.of(PassiveDeletes.Mode.ON, PassiveDeletes.Mode.SET_BASED)) {
            factory.close();
            factory =
                    open(contract -> contract.relation(Shop.class, "shelves", shelves -> shelves.passiveDeletes(mode)));
            CALLBACKS.clear();
            long id = mode == PassiveDeletes.Mode.ON ? 1 : 2;
            factory.inTransaction(work -> work.remove(work.find(Shop.class, id)));
            forgetLoads();
            assertThat(CALLBACKS).noneMatch(callback -> callback.contains("Shelf"));
        }
        assertThat(database.query("SELECT id FROM shelves")).isEmpty();
    }

    @Test
    void of_a_removal_that_was_taken_back() {
        factory.inTransaction(work -> {
            Shop shop = work.find(Shop.class, 2L);
            work.remove(shop);
            work.persist(shop);
            shop.name = "kept";
        });
        forgetLoads();
        assertThat(CALLBACKS).contains("PreUpdate Shop 2").noneMatch(callback -> callback.startsWith("PostRemove"));
    }

    /** Listens to all entities of this test. */
    public static class Listener {
        @PrePersist
        void prePersist(Object entity) {
            CALLBACKS.add("PrePersist " + entity);
        }

        @PostPersist
        void postPersist(Object entity) {
            CALLBACKS.add("PostPersist " + entity);
        }

        @PreUpdate
        void preUpdate(Object entity) {
            CALLBACKS.add("PreUpdate " + entity);
        }

        @PostUpdate
        void postUpdate(Object entity) {
            CALLBACKS.add("PostUpdate " + entity);
        }

        @PreRemove
        void preRemove(Object entity) {
            CALLBACKS.add("PreRemove " + entity);
        }

        @PostRemove
        void postRemove(Object entity) {
            CALLBACKS.add("PostRemove " + entity);
        }

        @PostLoad
        void postLoad(Object entity) {
            CALLBACKS.add("PostLoad " + entity);
        }
    }

    @Entity
    @Table(name = "shops")
    @EntityListeners(Listener.class)
    static class Shop {
        @Id
        Long id;

        String name;

        @OneToMany(mappedBy = "shop", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Shelf> shelves = new ArrayList<>();

        @OneToOne(mappedBy = "shop", cascade = CascadeType.ALL, orphanRemoval = true)
        Sign sign;

        protected Shop() {}

        Shop(long id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return "Shop " + id;
        }
    }

    @Entity
    @Table(name = "shelves")
    @EntityListeners(Listener.class)
    static class Shelf {
        @Id
        Long id;

        String name;

        @ManyToOne
        @JoinColumn(name = "shop_id")
        Shop shop;

        protected Shelf() {}

        Shelf(long id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return "Shelf " + id;
        }
    }

    @Entity
    @Table(name = "signs")
    @EntityListeners(Listener.class)
    static class Sign {
        @Id
        Long id;

        @OneToOne
        @JoinColumn(name = "shop_id")
        Shop shop;

        protected Sign() {}

        Sign(long id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return "Sign " + id;
        }
    }
}
