package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.conformance.brokencases.PassiveWithoutAction.Post;
import io.github.cascadecontract.conformance.brokencases.PassiveWithoutAction.User;
import io.github.cascadecontract.conformance.brokencases.Preview.Removed;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The mapping leaves the posts to a foreign key that sets them free. */
final class RemoveAgainstSetNull implements BrokenCase {
    private static final Tables TABLES = Blog.tables("references users on delete set null");

    @Override
    public Story story() {
        return new Story("REMOVE, and a key that says SET NULL", """
                The same mapping and code. This time the key was made with `ON DELETE SET NULL`, and nobody is told that the posts stay.""", Blog.rows("2", "3→2"), Rule.REM_2, """
                Only one of the two may be meant: where the posts shall go, the key says CASCADE; where they shall stay, the relation has no REMOVE""");
    }

    @Override
    public Form<EntityManager> broken() {
        return new Form<>(TABLES, List.of(User.class, Post.class), List.of(), PassiveWithoutAction::natively);
    }

    @Override
    public Optional<Removed> removed() {
        return Optional.of(new Removed(User.class, 1L));
    }

    @Override
    public Optional<Form<BlogMapper>> plainMapper() {
        return new PassiveWithoutAction()
                .plainMapper()
                .map(form -> new Form<>(TABLES, form.entities(), form.snippets(), form.code()));
    }

    @Override
    public Form<UnitOfWork> mended() {
        return new Form<>(
                TABLES.changedBy(PassiveWithoutAction.MEND),
                List.of(User.class, Post.class),
                List.of(Snippet.sql(PassiveWithoutAction.MEND)),
                PassiveWithoutAction::underContract);
    }
}
