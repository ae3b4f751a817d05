package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application that makes its own entity manager factory. */
class EclipseLinkCascadeTest {
    private final TestDatabase database = new TestDatabase();
    private final CascadeContract contract =
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class);

    @AfterEach
    void close() {
        database.close();
    }

    /** The unit has an entity more than the contract. */
    private EntityManagerFactory factory(Map<String, Object> settings) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("application");
        configuration.provider("org.eclipse.persistence.jpa.PersistenceProvider");
        for (Class<?> type : contract.entityClasses()) configuration.managedClass(type);
        configuration.managedClass(Node.class);
        configuration.properties(settings);
        configuration.property("jakarta.persistence.nonJtaDataSource", database.dataSource());
        return configuration.createEntityManagerFactory();
    }

    @Test
    void its_entity_managers_fulfil_the_contract_and_leave_other_entities_alone() {
        database.execute("INSERT INTO users VALUES (1, 'user1')");
        database.execute("INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1)");
        try (EntityManagerFactory emf = factory(EclipseLinkCascade.settings(contract));
                EntityManager em = emf.createEntityManager()) {
            em.getTransaction().begin();
            em.find(User.class, 1L).posts.removeIf(post -> post.id == 1);
            Node node = new Node("outside");
            em.persist(node);
            em.flush();
            node.name = "changed";
            em.getTransaction().commit();
        }
        assertThat(database.query("SELECT id FROM posts")).containsExactly(2L);
        assertThat(database.query("SELECT name FROM nodes")).containsExactly("changed");
    }

    @Test
    void its_units_of_work_use_its_factory() {
        try (EntityManagerFactory emf = factory(EclipseLinkCascade.settings(contract))) {
            UnitOfWorkFactory units = EclipseLinkCascade.factory(contract, emf);
            units.inTransaction(work -> {
                work.persist(new User(1));
                assertThat(work.unwrap(EntityManager.class).contains(work.find(User.class, 1L)))
                        .isTrue();
                assertThat(work.unwrap(Connection.class)).isNotNull();
                assertThatThrownBy(() -> work.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
            });
            assertThat(units.unwrap(EntityManagerFactory.class)).isSameAs(emf);
            units.close();
            assertThat(emf.isOpen()).isTrue();
        }
        assertThat(database.query("SELECT id FROM users")).containsExactly(1L);
    }

    @Test
    void a_factory_without_the_settings_is_refused() {
        try (EntityManagerFactory emf = factory(Map.of("eclipselink.weaving", "false"))) {
            assertThatThrownBy(() -> EclipseLinkCascade.factory(contract, emf))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("EclipseLinkCascade.settings");
        }
    }

    @Test
    void threads_share_a_factory() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (UnitOfWorkFactory units = UnitOfWorkFactory.open("eclipselink", contract, database.dataSource())) {
            for (Future<?> done : LongStream.range(0, 40)
                    .<Future<?>>mapToObj(id -> threads.submit(() -> writeAndRemove(units, id)))
                    .toList()) done.get();
        } finally {
            threads.shutdown();
        }
        assertThat(database.query("SELECT id FROM users")).isEmpty();
        assertThat(database.query("SELECT id FROM posts")).isEmpty();
    }

    private static void writeAndRemove(UnitOfWorkFactory units, long id) {
        units.inTransaction(work -> {
            User user = new User(id);
            user.posts.add(new Post(id));
            work.persist(user);
        });
        units.inTransaction(work -> work.remove(work.find(User.class, id)));
    }
}
