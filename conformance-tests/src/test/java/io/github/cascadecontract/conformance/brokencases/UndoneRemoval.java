package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.EntityManager;
import java.util.List;

/** A post is removed while the list of its user still holds it. */
final class UndoneRemoval implements BrokenCase {
    @Override
    public Story story() {
        return new Story("A removal that a list takes back", """
                A post is removed, and the list still holds it when the flush comes. PERSIST reaches it from there and takes the removal back.
                EclipseLink does so only if something else of Ada changed.""", Blog.rows("1, 2", "2→1, 3→2"), Rule.PER_1, """
                Nothing is to be changed: the walk at the flush makes new entities managed, and never cancels a removal""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(Snippet.of(User.class, "posts"), Snippet.of(getClass(), "natively")),
                UndoneRemoval::natively);
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(Blog.tables(), List.of(User.class, Post.class), List.of(), UndoneRemoval::underContract);
    }

    private static void natively(EntityManager entityManager) {
        // tag::natively[]
        User ada = entityManager.find(User.class, 1L);
        ada.setName("Ada Lovelace");
        ada.getPosts().stream().filter(post -> post.getTitle().equals("one")).forEach(entityManager::remove);
        // end::natively[]
    }

    private static void underContract(UnitOfWork work) {
        User ada = work.find(User.class, 1L);
        ada.setName("Ada Lovelace");
        ada.getPosts().stream().filter(post -> post.getTitle().equals("one")).forEach(work::remove);
    }
}
