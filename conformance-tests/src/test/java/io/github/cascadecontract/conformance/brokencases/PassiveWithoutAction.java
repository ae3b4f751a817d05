package io.github.cascadecontract.conformance.brokencases;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.ON;
import static io.github.cascadecontract.annotation.ReferentialAction.CASCADE;
import static jakarta.persistence.CascadeType.REMOVE;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
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

/** The mapping leaves the posts to a foreign key that does nothing. */
final class PassiveWithoutAction implements BrokenCase {
    static final String MEND = """
            alter table posts drop constraint posts_user_id_fkey,
                add foreign key (user_id) references users on delete cascade;
            """;

    @Override
    public Story story() {
        return new Story("Left to the database, which does nothing", """
                Ada leaves, and the database shall remove her posts. The mapping says so; the foreign key was made without `ON DELETE CASCADE`.
                Natively this is `@OnDelete` of Hibernate and `@CascadeOnDelete` of EclipseLink.""", Blog.rows("2", "3→2"), Rule.REM_2, """
                The key gets the action that the mapping promises; then nothing is read and nothing is sent for the posts, however many there are""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(
                        Snippet.of(getClass(), "mapping"),
                        Snippet.of(getClass(), "key"),
                        Snippet.of(getClass(), "natively")),
                PassiveWithoutAction::natively);
    }

    @Override
    public Optional<Removed> removed() {
        return Optional.of(new Removed(User.class, 1L));
    }

    @Override
    public Optional<Form<BlogMapper>> plainMapper() {
        return Optional.of(new Form<>(
                Blog.tables(), List.of(), List.of(Snippet.of(getClass(), "mapper")), PassiveWithoutAction::plainly));
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(
                Blog.tables().changedBy(MEND),
                List.of(User.class, Post.class),
                List.of(Snippet.sql(MEND), Snippet.of(getClass(), "contract")),
                PassiveWithoutAction::underContract);
    }

    @Entity
    @Table(name = "users")
    static class User extends Person {
        // tag::mapping[]
        @OneToMany(mappedBy = "user", cascade = REMOVE)
        @PassiveDeletes(ON)
        private List<Post> posts = new ArrayList<>();
        // end::mapping[]
    }

    @Entity
    @Table(name = "posts")
    static class Post extends Text {
        // tag::key[]
        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "user_id", nullable = false)
        @OnDelete(CASCADE)
        private User user;
        // end::key[]
    }

    static void natively(EntityManager entityManager) {
        // tag::natively[]
        User ada = entityManager.find(User.class, 1L);
        entityManager.remove(ada);
        // end::natively[]
    }

    static void underContract(UnitOfWork work) {
        // tag::contract[]
        User ada = work.find(User.class, 1L);
        work.remove(ada);
        // end::contract[]
    }

    static void plainly(BlogMapper mapper) {
        // tag::mapper[]
        mapper.deleteUser(1L);
        // end::mapper[]
    }
}
