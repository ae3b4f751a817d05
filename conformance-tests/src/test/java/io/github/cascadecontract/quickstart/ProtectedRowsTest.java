package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on audit tables: what to do instead, on each adapter. */
class ProtectedRowsTest {
    @RegisterExtension
    static final BlogTables BLOG = new BlogTables();

    private static final String PAGE = "docs/protection.md";

    @ParameterizedTest
    @ValueSource(strings = {"hibernate", "eclipselink", "mybatis"})
    void a_copied_id_outlives_the_post(String adapter) throws SQLException {
        CascadeContract contract = logged();
        with(
                adapter,
                contract,
                factory -> factory.inTransaction(work -> {
                    work.persist(new PostLogEntry(7L, "removed", 1L));
                    work.remove(work.find(User.class, 1L));
                }));
        assertThat(BLOG.values("id", "posts")).isEqualTo("3");
        assertThat(BLOG.values("post_id", "post_log")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hibernate", "eclipselink", "mybatis"})
    void an_entry_itself_is_never_removed(String adapter) throws SQLException {
        CascadeContract contract = logged();
        BLOG.execute("insert into post_log values (7, 'published', 1)");
        with(
                adapter,
                contract,
                factory -> assertThat(catchThrowableOfType(
                                ProtectedEntityException.class,
                                () -> factory.inTransaction(work -> work.remove(work.find(PostLogEntry.class, 7L)))))
                        .hasMessageContaining("PRO-1"));
        assertThat(BLOG.values("id", "post_log")).isEqualTo("7");
    }

    private static CascadeContract logged() {
        BLOG.execute("create table post_log (id bigint primary key, action text, post_id bigint not null)");
        return CascadeContract.of(User.class, Post.class, PostLogEntry.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hibernate", "eclipselink", "mybatis"})
    void an_account_with_bookings_is_closed_and_stays(String adapter) throws SQLException {
        with(adapter, booked(), factory -> {
            IntegrityViolationException error = catchThrowableOfType(
                    IntegrityViolationException.class,
                    () -> factory.inTransaction(work -> work.remove(work.find(Account.class, 1L))));
            assertThat(error.kind()).isEqualTo(IntegrityViolationException.Kind.FOREIGN_KEY);
            factory.inTransaction(work -> work.find(Account.class, 1L).close());
        });
        assertThat(BLOG.values("id || ' ' || closed", "accounts")).isEqualTo("1 true");
        assertThat(BLOG.values("id", "bookings")).isEqualTo("7");
    }

    @Test
    void a_plan_names_the_bookings_that_are_in_the_way() throws SQLException {
        CascadeContract contract = booked();
        try (Connection connection = BLOG.dataSource().getConnection()) {
            RemovalPlan plan = contract.plan(connection, Account.class, 1L);
            assertThat(plan.toString().strip())
                    .isEqualTo(Documents.blocks(PAGE, "text").get(0));
        }
    }

    private static CascadeContract booked() {
        BLOG.execute("""
                create table accounts (id bigint primary key, closed boolean not null);
                create table bookings (id bigint primary key, account_id bigint not null references accounts);
                create index on bookings (account_id);
                insert into accounts values (1, false);
                insert into bookings values (7, 1);
                """);
        return CascadeContract.of(Account.class, Booking.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hibernate", "eclipselink", "mybatis"})
    void a_key_that_cascades_already_is_refused_before_anything_is_written(String adapter) throws SQLException {
        BLOG.execute("insert into audit_entries values (7, 'published', 1)");
        with(adapter, CascadeContract.of(User.class, Post.class, AuditEntry.class), factory -> {
            ProtectedEntityException error = catchThrowableOfType(
                    ProtectedEntityException.class,
                    () -> factory.inTransaction(work -> work.remove(work.find(User.class, 1L))));
            assertThat(error.getMessage().strip())
                    .isEqualTo(Documents.blocks(PAGE, "text").get(1))
                    .endsWith(error.plan().toString().strip());
        });
        assertThat(BLOG.values("id", "audit_entries")).isEqualTo("7");
    }

    @Test
    void a_key_that_no_attribute_maps_is_seen_as_well() throws SQLException {
        CascadeContract contract = logged();
        BLOG.execute("alter table post_log add foreign key (post_id) references posts on delete cascade");
        BLOG.execute("insert into post_log values (7, 'published', 1)");
        with(
                "hibernate",
                contract,
                factory -> assertThat(catchThrowableOfType(
                                ProtectedEntityException.class,
                                () -> factory.inTransaction(work -> work.remove(work.find(User.class, 1L)))))
                        .hasMessageContaining("PostLogEntry (ids 7)"));
        assertThat(BLOG.values("id", "post_log")).isEqualTo("7");
    }

    private static void with(String adapter, CascadeContract contract, Consumer<UnitOfWorkFactory> application) {
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(adapter, contract, BLOG.dataSource())) {
            application.accept(factory);
        }
    }
}
