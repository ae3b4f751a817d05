package io.github.cascadecontract.conformance.brokencases;

import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.conformance.brokencases.Preview.Removed;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user is removed, and nothing says what becomes of the posts. */
final class NoCascade implements BrokenCase {
    @Override
    public Story story() {
        return new Story("No cascade, and a key that may not be NULL", """
                Ada leaves, and her posts shall go with her. The list does not say so.""", Blog.rows("2", "3→2"), Rule.REM_1, """
                REMOVE, which orphanRemoval contains, lets the children go first""");
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
        return Optional.of(new Removed(Broken.User.class, 1L));
    }

    @Override
    public Optional<Form<BlogMapper>> plainMapper() {
        return Optional.of(
                new Form<>(Blog.tables(), List.of(), List.of(Snippet.of(getClass(), "mapper")), NoCascade::plainly));
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(Snippet.of(User.class, "posts"), Snippet.of(getClass(), "contract")),
                NoCascade::underContract);
    }

    static final class Broken {
        @Entity
        @Table(name = "users")
        static class User extends Person {
            // tag::mapping[]
            @OneToMany(mappedBy = "user")
            private List<Post> posts = new ArrayList<>();
            // end::mapping[]
        }

        @Entity
        @Table(name = "posts")
        static class Post extends Text {
            @ManyToOne(fetch = LAZY)
            @JoinColumn(name = "user_id", nullable = false)
            private User user;
        }

        static void natively(EntityManager entityManager) {
            // tag::natively[]
            User ada = entityManager.find(User.class, 1L);
            entityManager.remove(ada);
            // end::natively[]
        }
    }

    private static void underContract(UnitOfWork work) {
        // tag::contract[]
        User ada = work.find(User.class, 1L);
        work.remove(ada);
        // end::contract[]
    }

    private static void plainly(BlogMapper mapper) {
        // tag::mapper[]
        mapper.deleteUser(1L);
        // end::mapper[]
    }
}
