package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.EntityManager;
import java.util.List;

/** A post moves from one user to another, and both know how to remove orphans. */
final class MovedChild implements BrokenCase {
    @Override
    public Story story() {
        return new Story("A child that moves", """
                Ada gives a post to Grace. It leaves one list with orphanRemoval and has a new parent before the flush; Grace's list was not touched.""", Blog.rows("1, 2", "1→2, 2→1, 3→2"), Rule.ORP_3, """
                Nothing is to be changed: a child that has another parent at the flush is moved, whichever side says so and whatever is loaded""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(Snippet.of(User.class, "posts"), Snippet.of(getClass(), "natively")),
                MovedChild::natively);
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(Blog.tables(), List.of(User.class, Post.class), List.of(), MovedChild::underContract);
    }

    private static void natively(EntityManager entityManager) {
        // tag::natively[]
        User ada = entityManager.find(User.class, 1L);
        User grace = entityManager.find(User.class, 2L);
        Post one = entityManager.find(Post.class, 1L);
        ada.getPosts().remove(one);
        one.setUser(grace);
        // end::natively[]
    }

    private static void underContract(UnitOfWork work) {
        User ada = work.find(User.class, 1L);
        User grace = work.find(User.class, 2L);
        Post one = work.find(Post.class, 1L);
        ada.getPosts().remove(one);
        one.setUser(grace);
    }
}
