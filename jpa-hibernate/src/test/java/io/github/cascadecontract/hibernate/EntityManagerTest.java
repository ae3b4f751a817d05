package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.Profile;
import io.github.cascadecontract.hibernate.Blog.Tag;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The application's own factory and entity managers. */
class EntityManagerTest {
    private final CascadeContract contract = Blog.builder().build();
    private final World world = World.of(contract, Blog.tables("NOT NULL"));
    private final EntityManagerFactory factory =
            configuration().properties(HibernateCascade.settings(contract)).createEntityManagerFactory();

    @AfterEach
    void close() {
        factory.close();
        world.close();
    }

    @Test
    void a_plain_entity_manager_follows_the_contract() {
        inTransaction(entityManager -> {
            User from = entityManager.find(User.class, 2L);
            User to = entityManager.find(User.class, 1L);
            Post post = from.posts.get(0);
            to.posts.add(post);
            from.posts.remove(post);
            entityManager.remove(from);
            assertThat(entityManager.contains(from)).isFalse();
        });
        assertThat(world.rows("SELECT id, user_id FROM posts ORDER BY id")).containsExactly("11,1", "12,1", "21,1");
        assertThat(world.rows("SELECT id FROM users")).containsExactly("1");
    }

    @Test
    void a_query_sees_what_was_removed_and_orphaned_before_it() {
        inTransaction(entityManager -> {
            entityManager.find(User.class, 1L).posts.remove(0);
            assertThat(count(entityManager)).isEqualTo(2);
            entityManager.remove(entityManager.find(User.class, 2L));
            assertThat(count(entityManager)).isEqualTo(1);
        });
    }

    @Test
    void a_query_flushes_nothing_if_the_flush_mode_says_so() {
        inTransaction(entityManager -> {
            entityManager.setFlushMode(FlushModeType.COMMIT);
            entityManager.remove(entityManager.find(User.class, 1L));
            assertThat(count(entityManager)).isEqualTo(3);
        });
        assertThat(world.rows("SELECT id FROM posts")).containsExactly("21");
    }

    @Test
    void loading_a_relation_flushes_nothing() {
        inTransaction(entityManager -> {
            User first = entityManager.find(User.class, 1L);
            Post post = first.posts.remove(0);
            User second = entityManager.find(User.class, 2L);
            second.posts.size();
            second.posts.add(post);
        });
        assertThat(world.rows("SELECT count(*) FROM posts")).containsExactly("3");
    }

    @Test
    void what_is_marked_is_forgotten_by_clear_and_rollback() {
        try (EntityManager entityManager = factory.createEntityManager()) {
            entityManager.getTransaction().begin();
            entityManager.remove(entityManager.find(User.class, 1L));
            entityManager.clear();
            entityManager.getTransaction().commit();
            entityManager.getTransaction().begin();
            entityManager.remove(entityManager.find(User.class, 1L));
            entityManager.getTransaction().rollback();
            entityManager.getTransaction().begin();
            entityManager.getTransaction().commit();
        }
        assertThat(world.rows("SELECT count(*) FROM users")).containsExactly("2");
    }

    @Test
    void what_a_commit_without_flush_leaves_is_done_by_the_next_one() {
        try (EntityManager entityManager = factory.createEntityManager()) {
            entityManager.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
            entityManager.getTransaction().begin();
            User user = entityManager.find(User.class, 1L);
            entityManager.remove(user);
            entityManager.getTransaction().commit();
            assertThat(entityManager.contains(user)).isFalse();
            entityManager.getTransaction().begin();
            entityManager.flush();
            entityManager.getTransaction().commit();
        }
        assertThat(world.rows("SELECT id FROM users")).containsExactly("2");
    }

    @Test
    void one_entity_manager_serves_many_transactions() {
        try (EntityManager entityManager = factory.createEntityManager()) {
            for (long id = 1; id <= 2; id++) {
                entityManager.getTransaction().begin();
                entityManager.remove(entityManager.find(User.class, id));
                entityManager.getTransaction().commit();
            }
        }
        assertThat(world.rows("SELECT count(*) FROM users")).containsExactly("0");
    }

    @Test
    void a_detached_entity_is_refused_as_jakarta_persistence_asks_and_the_commit_after_it_fails() {
        User user = new User(1);
        assertThatThrownBy(() -> inTransaction(entityManager -> {
                    entityManager.find(User.class, 2L).name = "changed";
                    assertThatThrownBy(() -> entityManager.remove(user)).isInstanceOf(IllegalArgumentException.class);
                }))
                .isInstanceOf(RollbackException.class);
        assertThat(world.rows("SELECT name FROM users ORDER BY id")).containsExactly("one", "two");
    }

    @Test
    void units_of_work_and_entity_managers_of_one_factory_go_together() {
        try (UnitOfWorkFactory units = HibernateCascade.factory(contract, factory)) {
            units.inTransaction(work -> {
                assertThat(work.unwrap(EntityManager.class).contains(work.find(User.class, 1L)))
                        .isTrue();
                assertThat(work.unwrap(Connection.class)).isNotNull();
                assertThatThrownBy(() -> work.unwrap(String.class)).isInstanceOf(IllegalArgumentException.class);
            });
            assertThat(units.unwrap(EntityManagerFactory.class)).isSameAs(factory);
        }
        assertThat(factory.isOpen()).isTrue();
    }

    @Test
    void a_factory_that_is_not_under_the_contract_is_refused() {
        try (EntityManagerFactory plain = configuration().createEntityManagerFactory()) {
            assertThatThrownBy(() -> HibernateCascade.factory(contract, plain))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HibernateCascade.settings");
        }
        assertThatThrownBy(() -> HibernateCascade.factory(Blog.builder().build(), factory))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_listener_of_the_application_completes_rows_that_are_inserted_ahead_of_their_turn() {
        PreInsertEventListener stamping = event -> {
            if (event.getEntity() instanceof User) event.getState()[nameOf(event.getPersister())] = "stamped";
            return false;
        };
        factory.unwrap(SessionFactoryImplementor.class)
                .getEventListenerRegistry()
                .appendListeners(EventType.PRE_INSERT, stamping);
        inTransaction(entityManager -> {
            Post post = new Post(99);
            entityManager.persist(post);
            post.user = new User(9);
            entityManager.persist(post.user);
        });
        assertThat(world.rows("SELECT name FROM users WHERE id = 9")).containsExactly("stamped");
    }

    private static int nameOf(EntityPersister persister) {
        return List.of(persister.getPropertyNames()).indexOf("name");
    }

    @Test
    void a_setting_of_the_application_wins() {
        PersistenceConfiguration own = configuration()
                .properties(HibernateCascade.settings(contract))
                .property(AvailableSettings.STATEMENT_BATCH_SIZE, 7);
        try (EntityManagerFactory batched = own.createEntityManagerFactory()) {
            assertThat(batched.unwrap(SessionFactoryImplementor.class)
                            .getSessionFactoryOptions()
                            .getJdbcBatchSize())
                    .isEqualTo(7);
        }
        assertThat(factory.unwrap(SessionFactoryImplementor.class)
                        .getSessionFactoryOptions()
                        .getJdbcBatchSize())
                .isEqualTo(50);
    }

    private PersistenceConfiguration configuration() {
        PersistenceConfiguration configuration = new PersistenceConfiguration("test")
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, world.pool());
        List.of(User.class, Post.class, Profile.class, Tag.class).forEach(configuration::managedClass);
        return configuration;
    }

    private static long count(EntityManager entityManager) {
        return entityManager
                .createQuery("SELECT count(p) FROM Post p", Long.class)
                .getSingleResult();
    }

    private void inTransaction(java.util.function.Consumer<EntityManager> work) {
        factory.runInTransaction(work);
    }
}
