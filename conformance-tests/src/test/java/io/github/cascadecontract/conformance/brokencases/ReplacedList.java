package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.EntityManager;
import java.util.List;

/** A list with orphanRemoval is replaced by another one. */
final class ReplacedList implements BrokenCase {
    @Override
    public Story story() {
        return new Story("A list that is replaced", """
                Ada keeps some of her posts, and a setter puts a new list in the place of the old one.""", Blog.rows("1, 2", "2→1, 3→2"), Rule.ORP_1, """
                Nothing is to be changed: the list is compared with what it held, whatever object it is""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(
                Blog.tables(),
                List.of(User.class, Post.class),
                List.of(Snippet.of(User.class, "posts"), Snippet.of(getClass(), "natively")),
                ReplacedList::natively);
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(Blog.tables(), List.of(User.class, Post.class), List.of(), ReplacedList::underContract);
    }

    private static void natively(EntityManager entityManager) {
        // tag::natively[]
        User ada = entityManager.find(User.class, 1L);
        ada.setPosts(ada.getPosts().stream()
                .filter(post -> !post.getTitle().equals("one"))
                .toList());
        // end::natively[]
    }

    private static void underContract(UnitOfWork work) {
        User ada = work.find(User.class, 1L);
        ada.setPosts(ada.getPosts().stream()
                .filter(post -> !post.getTitle().equals("one"))
                .toList());
    }
}
