package io.github.cascadecontract.conformance.brokencases;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.conformance.brokencases.Preview.Removed;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

/** A cascade was copied to the side of the child. */
final class CascadeOnManyToOne implements BrokenCase {
    @Override
    public Story story() {
        return new Story("ALL on the many-to-one", """
                Grace deletes her only post. The cascade stands on the wrong side and takes her along; with a second post it would be an error.""", Blog.rows("1, 2", "1→1, 2→1"), Rule.DEC_1, """
                A relation without a cascade setting cascades nothing""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                Blog.tables(),
                List.of(Broken.User.class, Broken.Post.class),
                List.of(Snippet.of(getClass(), "mapping"), Snippet.of(getClass(), "natively")),
                Broken::natively);
    }

    @Override
    public Optional<Removed> removed() {
        return Optional.of(new Removed(Broken.Post.class, 3L));
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(Snippet.of(Post.class, "user"), Snippet.of(getClass(), "contract")),
                CascadeOnManyToOne::underContract);
    }

    static final class Broken {
        @Entity
        @Table(name = "users")
        static class User extends Person {}

        @Entity
        @Table(name = "posts")
        static class Post extends Text {
            // tag::mapping[]
            @ManyToOne(fetch = LAZY, cascade = ALL)
            @JoinColumn(name = "user_id", nullable = false)
            private User user;
            // end::mapping[]
        }

        static void natively(EntityManager entityManager) {
            // tag::natively[]
            Post three = entityManager.find(Post.class, 3L);
            entityManager.remove(three);
            // end::natively[]
        }
    }

    private static void underContract(UnitOfWork work) {
        // tag::contract[]
        Post three = work.find(Post.class, 3L);
        work.remove(three);
        // end::contract[]
    }
}
