package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What EclipseLink does by itself with the same settings; the differences are known and measured. */
class NativeModeTest {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private void run(Consumer<UnitOfWork> work) {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1)""");
        CascadeContract contract = CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class);
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.over(
                new EclipseLinkCascade().connect(contract, database.dataSource(), Mode.NATIVE))) {
            factory.inTransaction(work);
        }
    }

    @Test
    void orphan_removal_is_its_own_private_ownership() {
        run(work -> work.find(User.class, 1L).posts.removeIf(post -> post.id == 1));
        assertThat(database.query("SELECT id FROM posts")).containsExactly(2L);
    }

    @Test
    void a_child_whose_reference_alone_was_changed_is_lost() {
        run(work -> {
            User user = work.find(User.class, 1L);
            Post post =
                    user.posts.stream().filter(each -> each.id == 1).findFirst().orElseThrow();
            post.user = work.find(User.class, 2L);
            user.posts.remove(post);
        });
        assertThat(database.query("SELECT id FROM posts")).containsExactly(2L);
    }
}
