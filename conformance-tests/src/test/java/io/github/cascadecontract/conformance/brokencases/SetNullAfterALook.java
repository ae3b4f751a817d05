package io.github.cascadecontract.conformance.brokencases;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static io.github.cascadecontract.annotation.ReferentialAction.SET_NULL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** The database sets keys NULL, and the list was read before. */
final class SetNullAfterALook implements BrokenCase {
    @Override
    public Story story() {
        return new Story(
                "ON DELETE SET NULL, and the list was looked at",
                """
                Ada leaves, her posts stay without user: the key says SET NULL. Somebody asks first how many posts there are.""",
                Blog.rows("2", "1→NULL, 2→NULL, 3→2"),
                Rule.REM_1,
                """
                Nothing is to be changed: what is loaded is handled by the client, what is not is left to the key, and both end the same""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                Blog.tables("references users on delete set null"),
                List.of(User.class, Post.class),
                List.of(
                        Snippet.of(getClass(), "mapping"),
                        Snippet.of(getClass(), "key"),
                        Snippet.of(getClass(), "natively")),
                SetNullAfterALook::natively);
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(
                Blog.tables("references users on delete set null"),
                List.of(User.class, Post.class),
                List.of(),
                SetNullAfterALook::underContract);
    }

    @Entity
    @Table(name = "users")
    static class User extends Person {
        // tag::mapping[]
        @OneToMany(mappedBy = "user")
        @PassiveDeletes(ON)
        private List<Post> posts = new ArrayList<>();
        // end::mapping[]

        List<Post> getPosts() {
            return posts;
        }
    }

    @Entity
    @Table(name = "posts")
    static class Post extends Text {
        // tag::key[]
        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "user_id")
        @OnDelete(SET_NULL)
        private User user;
        // end::key[]
    }

    private static void natively(EntityManager entityManager) {
        // tag::natively[]
        User ada = entityManager.find(User.class, 1L);
        if (ada.getPosts().size() < 10) entityManager.remove(ada);
        // end::natively[]
    }

    private static void underContract(UnitOfWork work) {
        User ada = work.find(User.class, 1L);
        if (ada.getPosts().size() < 10) work.remove(ada);
    }
}
