package io.github.cascadecontract.quickstart;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.SET_BASED;
import static io.github.cascadecontract.merge.MergeOption.adopt;
import static io.github.cascadecontract.merge.MergeOption.only;
import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.ProtectedEntityException;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's pages on merge, savepoints, set statements and protection, run once per adapter. */
class PatchTest {
    @RegisterExtension
    static final BlogTables BLOG = new BlogTables();

    private final CascadeContract contract = CascadeContract.of(User.class, Post.class);

    @Test
    void a_patch_copies_what_it_names() throws SQLException {
        with(
                contract,
                factory -> factory.inTransaction(work -> {
                    User patch = new User(1L, "Ada Lovelace");
                    work.merge(patch, only("name"));
                }));
        assertThat(BLOG.values("name", "users")).isEqualTo("Ada Lovelace,Grace");
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,2,3");
    }

    @Test
    void a_put_replaces_the_children_by_id() throws SQLException {
        with(
                contract,
                factory -> factory.inTransaction(work -> {
                    User put = new User(1L, "Ada");
                    put.getPosts().add(new Post(1L, "one, revised"));
                    put.getPosts().add(new Post(9L, "new"));
                    work.merge(put);
                }));
        assertThat(BLOG.values("title", "posts")).isEqualTo("one, revised,three,new");
        assertThat(BLOG.values("user_id", "posts")).isEqualTo("1,2,1");
    }

    @Test
    void a_request_does_not_reach_other_peoples_rows() throws SQLException {
        ForeignChildException error = catchThrowableOfType(
                ForeignChildException.class,
                () -> with(
                        contract,
                        factory -> factory.inTransaction(work -> {
                            User request = new User(1L, "Ada");
                            request.getPosts().add(new Post(3L, "stolen"));
                            work.merge(request);
                        })));
        assertThat(error).hasMessage(Documents.blocks("docs/guide.md", "text").get(0));
        assertThat(BLOG.values("title", "posts")).isEqualTo("one,two,three");
    }

    @Test
    void unless_the_call_says_adopt() throws SQLException {
        with(
                contract,
                factory -> factory.inTransaction(work -> {
                    User request = new User(1L, "Ada");
                    request.getPosts().add(new Post(3L, "given"));
                    work.merge(request, only("posts.title"), adopt());
                }));
        assertThat(BLOG.values("user_id", "posts")).isEqualTo("1");
    }

    @Test
    void a_savepoint_takes_back_a_part() throws SQLException {
        with(
                contract,
                factory -> factory.inTransaction(work -> {
                    work.remove(work.find(User.class, 2L));
                    Savepoint savepoint = work.savepoint();
                    work.remove(work.find(User.class, 1L));
                    work.flush();
                    work.rollback(savepoint);
                }));
        assertThat(BLOG.values("id", "users")).isEqualTo("1");
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,2");
    }

    @Test
    void a_savepoint_survives_an_error() throws SQLException {
        with(
                contract,
                factory -> factory.inTransaction(work -> {
                    work.find(User.class, 2L).getPosts().clear();
                    Savepoint savepoint = work.savepoint();
                    work.persist(new Post(8L, "without user"));
                    assertThat(catchThrowableOfType(CascadeException.class, work::flush))
                            .isNotNull();
                    work.rollback(savepoint);
                    assertThat(work.find(User.class, 1L).getPosts()).hasSize(2);
                }));
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,2");
    }

    @Test
    void set_statements_remove_what_is_not_loaded() throws SQLException {
        BLOG.execute(
                "alter table posts drop constraint posts_user_id_fkey, add foreign key (user_id) references users");
        CascadeContract setBased = CascadeContract.builder(User.class, Post.class)
                .relation(User.class, "posts", posts -> posts.cascade(ALL).passiveDeletes(SET_BASED))
                .build();
        with(setBased, factory -> factory.inTransaction(work -> work.remove(work.find(User.class, 1L))));
        assertThat(BLOG.values("id", "posts")).isEqualTo("3");
    }

    @Test
    void audit_rows_are_in_the_way() throws SQLException {
        BLOG.execute("insert into audit_entries values (7, 'published', 1)");
        CascadeContract audited = CascadeContract.of(User.class, Post.class, AuditEntry.class);
        ProtectedEntityException error = catchThrowableOfType(
                ProtectedEntityException.class,
                () -> with(audited, factory -> factory.inTransaction(work -> work.remove(work.find(User.class, 1L)))));
        assertThat(error)
                .hasMessageStartingWith(
                        Documents.blocks("docs/guide.md", "text").get(1))
                .hasMessageContaining(error.plan().toString());
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,2,3");
    }

    private static void with(CascadeContract contract, Consumer<UnitOfWorkFactory> application) {
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(contract, BLOG.dataSource())) {
            application.accept(factory);
        }
    }
}
