package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.AdapterLookupException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.EntityManager;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_adapter_is_found_by_its_name_and_tells_what_it_runs_on() {
        try (UnitOfWorkFactory units =
                UnitOfWorkFactory.open("hibernate", Blog.builder().build(), world.pool())) {
            units.inTransaction(work -> assertThat(work.find(User.class, 1L)).isNotNull());
        }
        assertThatThrownBy(
                        () -> UnitOfWorkFactory.open("hibernat", Blog.builder().build(), world.pool()))
                .isInstanceOf(AdapterLookupException.class)
                .hasMessageContaining("hibernate");
        assertThat(new HibernateCascade().provider()).isEqualTo("Hibernate ORM");
        assertThat(new HibernateCascade().providerVersion()).startsWith("7.");
    }

    @Test
    void loaded_is_what_is_in_memory() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            Post post = work.find(Post.class, 21L);
            assertThat(work.isLoaded(user, "posts")).isFalse();
            assertThat(work.isLoaded(post, "user")).isFalse();
            user.posts.add(new Post(99));
            assertThat(work.isLoaded(user, "posts")).isFalse();
            assertThat(user.posts).hasSize(3);
            assertThat(work.isLoaded(user, "posts")).isTrue();
        });
    }

    @Test
    void a_unit_of_work_that_is_closed_without_commit_leaves_nothing_behind() {
        try (var work = world.units().begin()) {
            work.remove(work.find(User.class, 1L));
            work.flush();
        }
        assertThat(world.rows("SELECT count(*) FROM users")).containsExactly("2");
        assertThat(world.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void nothing_is_kept_of_a_session_that_is_closed() {
        SessionFactory factory = world.units().unwrap(SessionFactory.class);
        Governance governance = Governance.of(factory.unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class));
        world.units().inTransaction(work -> {
            work.find(User.class, 1L).name = "changed";
            work.unwrap(EntityManager.class).flush();
            assertThat(governance.openSessions()).isEqualTo(1);
        });
        assertThat(governance.openSessions()).isZero();
    }

    @Test
    void a_stateless_session_is_left_alone() {
        try (StatelessSession session =
                world.units().unwrap(SessionFactory.class).openStatelessSession()) {
            session.beginTransaction();
            session.insert(new User(9));
            session.getTransaction().commit();
        }
        assertThat(world.rows("SELECT count(*) FROM users")).containsExactly("3");
    }
}
