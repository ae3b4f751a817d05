package io.github.cascadecontract.conformance.brokencases;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A post is taken out of the list of its user, which does not own it. */
final class NoOrphanRemoval implements BrokenCase {
    @Override
    public Story story() {
        return new Story(
                "Taken out of the list, without orphanRemoval", """
                Ada takes a post out of her list. A cascade of ALL does not contain orphanRemoval, and the list is not the side that writes the key.""", Blog.rows("1, 2", "2→1, 3→2"), Rule.ORP_1, """
                What leaves the list is an orphan and is removed""");
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
    public Form<UnitOfWork> mended() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(Snippet.of(User.class, "posts"), Snippet.of(getClass(), "contract")),
                NoOrphanRemoval::underContract);
    }

    static final class Broken {
        @Entity
        @Table(name = "users")
        static class User extends Person {
            // tag::mapping[]
            @OneToMany(mappedBy = "user", cascade = ALL)
            private List<Post> posts = new ArrayList<>();
            // end::mapping[]

            List<Post> getPosts() {
                return posts;
            }
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
            ada.getPosts().removeIf(post -> post.getTitle().equals("one"));
            // end::natively[]
        }
    }

    private static void underContract(UnitOfWork work) {
        // tag::contract[]
        User ada = work.find(User.class, 1L);
        ada.getPosts().removeIf(post -> post.getTitle().equals("one"));
        // end::contract[]
    }
}
