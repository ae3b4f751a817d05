package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.spi.FailureTranslator;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plain entity manager, as an application has it: nobody but EclipseLink's own events tells the contract anything. */
class EntityManagerDoorTest {
    private final TestDatabase database = new TestDatabase();
    private final CascadeContract contract =
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class, Node.class);
    private final PersistenceSessions sessions =
            new EclipseLinkCascade().connect(contract, database.dataSource(), Mode.CONTRACT);
    private final EntityManager em = sessions.unwrap(EntityManagerFactory.class).createEntityManager();

    @BeforeEach
    void begin() {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1), (3, 'post3', 2)""");
        User.CALLBACKS.clear();
        database.sent();
        em.getTransaction().begin();
    }

    @AfterEach
    void close() {
        if (em.getTransaction().isActive()) em.getTransaction().rollback();
        em.close();
        assertThat(database.connectionsInUse()).isZero();
        sessions.close();
        database.close();
    }

    private void commit() {
        em.getTransaction().commit();
    }

    @Test
    void a_removal_follows_the_contract() {
        User user = em.find(User.class, 1L);
        user.posts.size();
        em.remove(user);
        assertThat(em.contains(user)).isFalse();
        commit();
        assertThat(database.query("SELECT id FROM posts")).containsExactly(3L);
        assertThat(User.CALLBACKS).containsExactlyInAnyOrder("user 1", "post 1", "post 2");
    }

    @Test
    void a_query_flushes_what_the_engine_decides() {
        em.find(User.class, 1L).posts.removeIf(post -> post.id == 1);
        assertThat(em.createQuery("SELECT COUNT(p) FROM Post p", Long.class).getSingleResult())
                .isEqualTo(2);
        commit();
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(2L, 3L);
    }

    @Test
    void a_new_child_that_was_removed_is_not_written_although_it_stands_in_the_list() {
        Post post = new Post(99);
        em.find(User.class, 1L).posts.add(post);
        em.remove(post);
        em.flush();
        commit();
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_persist_takes_a_removal_back() {
        User user = em.find(User.class, 1L);
        user.posts.size();
        em.remove(user);
        em.persist(user);
        commit();
        assertThat(database.query("SELECT id FROM posts")).hasSize(3);
    }

    @Test
    void a_persist_reaches_new_children() {
        User user = new User(9);
        Post post = new Post(9);
        user.posts.add(post);
        em.persist(user);
        assertThat(em.contains(post)).isTrue();
        assertThat(post.user).isSameAs(user);
        commit();
        assertThat(database.query("SELECT user_id FROM posts WHERE id = 9")).containsExactly(9L);
        assertThat(User.CALLBACKS).containsExactly("new post 9");
    }

    @Test
    void a_removed_child_in_a_changed_list_stays_removed() {
        User user = em.find(User.class, 1L);
        Post removed = user.posts.get(0);
        em.remove(removed);
        user.name = "changed";
        user.posts.add(new Post(9));
        commit();
        assertThat(database.query("SELECT id FROM posts WHERE user_id = 1 AND id <> 9"))
                .hasSize(1)
                .doesNotContain(removed.id);
    }

    @Test
    void detaching_takes_a_removal_back() {
        User user = em.find(User.class, 1L);
        em.remove(user);
        em.detach(user);
        commit();
        assertThat(database.query("SELECT id FROM users")).hasSize(2);
    }

    @Test
    void clearing_forgets_everything() {
        em.remove(em.find(User.class, 1L));
        em.persist(new User(9));
        em.clear();
        commit();
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void a_removed_new_entity_takes_its_children_out() {
        User user = new User(9);
        user.posts.add(new Post(9));
        em.persist(user);
        em.remove(user);
        commit();
        assertThat(database.sent()).noneMatch(sql -> sql.startsWith("INSERT"));
    }

    @Test
    void a_detached_entity_is_refused() {
        User user = em.find(User.class, 1L);
        em.clear();
        assertThatThrownBy(() -> em.persist(user)).isInstanceOf(DetachedEntityException.class);
        assertThat(em.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void an_entity_with_a_generated_id_is_known_to_be_detached() {
        Node node = new Node("a");
        em.persist(node);
        commit();
        em.clear();
        em.getTransaction().begin();
        assertThatThrownBy(() -> em.persist(node)).isInstanceOf(DetachedEntityException.class);
    }

    @Test
    void a_new_entity_with_a_version_and_a_sequence_is_not_taken_for_a_detached_one() {
        em.persist(new Node("a"));
        commit();
        assertThat(database.query("SELECT name FROM nodes")).containsExactly("a");
    }

    @Test
    void an_entity_removed_by_an_earlier_flush_is_refused() {
        User user = em.find(User.class, 1L);
        em.remove(user);
        em.flush();
        assertThatThrownBy(() -> em.persist(user)).isInstanceOf(RemovedEntityException.class);
    }

    @Test
    void an_unsaved_reference_is_refused_before_any_statement() {
        em.find(Post.class, 1L).user = new User(9);
        database.sent();
        assertThatThrownBy(em::flush).isInstanceOf(UnsavedReferenceException.class);
        assertThat(database.sent()).isEmpty();
    }

    @Test
    void an_update_of_a_row_that_is_gone_is_stale() {
        em.find(Post.class, 1L).title = "changed";
        database.execute("DELETE FROM posts");
        assertThatThrownBy(this::commit)
                .isInstanceOf(RollbackException.class)
                .satisfies(failure -> assertThat(new FailureTranslator(contract).translate((RuntimeException) failure))
                        .isInstanceOf(StaleEntityException.class));
    }

    @Test
    void an_update_of_a_row_that_is_gone_is_stale_within_a_batch() {
        em.find(Post.class, 1L).title = "changed";
        em.find(Post.class, 2L).title = "changed";
        em.find(Post.class, 3L).title = "changed";
        database.execute("DELETE FROM posts WHERE id = 2");
        assertThatThrownBy(em::flush)
                .satisfies(failure -> assertThat(new FailureTranslator(contract).translate((RuntimeException) failure))
                        .isInstanceOf(StaleEntityException.class));
    }

    @Test
    void a_delete_of_a_row_that_is_gone_is_done() {
        em.remove(em.find(Post.class, 1L));
        database.execute("DELETE FROM posts");
        commit();
    }

    @Test
    void a_delete_of_a_versioned_row_is_done_if_it_is_gone_and_stale_if_it_has_changed() {
        database.execute("INSERT INTO nodes VALUES (1, 1, 'a', NULL), (2, 1, 'b', NULL)");
        em.remove(em.find(Node.class, 1L));
        database.execute("DELETE FROM nodes WHERE id = 1");
        em.flush();
        em.remove(em.find(Node.class, 2L));
        database.execute("UPDATE nodes SET version = 7");
        assertThatThrownBy(em::flush).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void only_a_changed_entity_is_updated_and_called_back() {
        em.createQuery("SELECT p FROM Post p", Post.class).getResultList();
        em.find(Post.class, 2L).title = "changed";
        em.flush();
        assertThat(User.CALLBACKS).containsExactly("changed post 2");
        em.find(Post.class, 2L).title = "again";
        em.find(User.class, 1L).posts.size();
        commit();
        assertThat(database.query("SELECT title FROM posts ORDER BY id")).containsExactly("post1", "again", "post3");
        assertThat(database.sent()).filteredOn(sql -> sql.startsWith("UPDATE")).hasSize(2);
    }

    @Test
    void a_merged_graph_is_written_once() {
        User user = em.find(User.class, 1L);
        user.posts.size();
        em.clear();
        user.posts.removeIf(post -> post.id == 1);
        Post added = new Post(9);
        added.user = user;
        user.posts.add(added);
        user.name = "merged";
        em.merge(user);
        commit();
        assertThat(database.query("SELECT id FROM posts WHERE user_id = 1 ORDER BY id"))
                .containsExactly(2L, 9L);
        assertThat(database.query("SELECT name FROM users WHERE id = 1")).containsExactly("merged");
        assertThat(database.sent()).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(1);
    }

    @Test
    void an_entity_found_outside_a_transaction_is_governed_and_known() {
        em.getTransaction().rollback();
        User user = em.find(User.class, 1L);
        em.getTransaction().begin();
        user.posts.removeIf(post -> post.id == 1);
        commit();
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(2L, 3L);
        em.clear();
        em.getTransaction().begin();
        assertThatThrownBy(() -> em.persist(user)).isInstanceOf(DetachedEntityException.class);
    }

    @Test
    void the_context_goes_on_after_a_commit() {
        User user = em.find(User.class, 1L);
        user.posts.size();
        commit();
        em.getTransaction().begin();
        user.posts.removeIf(post -> post.id == 1);
        commit();
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(2L, 3L);
        assertThat(em.contains(user)).isTrue();
    }

    @Test
    void nothing_is_managed_after_a_rollback() {
        User user = em.find(User.class, 1L);
        em.remove(user);
        em.flush();
        em.getTransaction().rollback();
        assertThat(em.contains(user)).isFalse();
        assertThat(database.query("SELECT id FROM users")).hasSize(2);
        em.getTransaction().begin();
        assertThat(em.find(User.class, 1L)).isNotNull().isNotSameAs(user);
    }
}
