package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.SchemaException;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.removal.RemovalPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on audit tables: every line of it is tried out. */
class AuditTablesTest {
    @RegisterExtension
    static final BlogTables BLOG = new BlogTables();

    private static final String PAGE = "docs/protection.md";
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `([^`.]+)` \\| `([^`]+)` \\|");

    static Stream<Arguments> keysOfThePage() {
        return KEY.matcher(Documents.read(Documents.ROOT.resolve(PAGE)))
                .results()
                .map(row -> Arguments.of(row.group(1), row.group(2)));
    }

    @ParameterizedTest
    @MethodSource("keysOfThePage")
    void a_key_decides_what_the_audit_knows(String key, String afterwards) throws SQLException {
        audited(key);
        String removal = Documents.blocks(PAGE, "sql").get(0);
        assertThat(afterwardsOf(removal)).isEqualTo(afterwards);
    }

    private static String afterwardsOf(String removal) throws SQLException {
        try {
            BLOG.execute(removal);
            String entries =
                    BLOG.values("concat_ws(' ', id, action, coalesce(post_id::text, 'NULL'))", "audit_entries");
            return entries == null ? "nothing" : entries.replace(",", ", ");
        } catch (SchemaException refused) {
            return "SQLSTATE " + ((SQLException) refused.getCause()).getSQLState();
        }
    }

    @Test
    void the_page_shows_a_key_of_each_sort() {
        assertThat(keysOfThePage()).hasSize(4);
    }

    @Test
    void a_trigger_cannot_refer_to_the_row_that_is_gone() {
        audited("references posts");
        BLOG.execute("""
                create function note() returns trigger language plpgsql as $$ begin
                    insert into audit_entries values (9, 'removed', old.id); return null; end $$;
                create trigger note after delete on posts for each row execute function note();
                """);
        assertThatThrownBy(() -> BLOG.execute("delete from posts where id = 1"))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasStackTraceContaining("audit_entries_post_id_fkey");
    }

    private static void audited(String key) {
        BLOG.execute("""
                drop table audit_entries;
                create table audit_entries (id bigint primary key, action text, post_id bigint %s);
                """.formatted(key));
    }

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
    void a_check_finds_a_key_that_cascades_into_the_audit() {
        CheckReport report =
                CascadeContract.of(User.class, Post.class, AuditEntry.class).check(BLOG.dataSource());
        assertThat(told(report))
                .startsWith(Documents.normalised(Documents.blocks(PAGE, "text").get(2)));
    }

    @Test
    void a_check_finds_an_audit_table_that_is_not_mapped() {
        DataSource dataSource = BLOG.dataSource();
        CheckReport report = CascadeContract.of(User.class, Post.class).check(dataSource);
        assertThat(told(report))
                .startsWith(Documents.normalised(Documents.blocks(PAGE, "text").get(3)));
    }

    /** The schema's name is another in each run. */
    private static String told(CheckReport report) {
        return Documents.normalised(report.toString().replaceAll("\"cascade_\\w+\"\\.", ""));
    }

    private static void with(String adapter, CascadeContract contract, Consumer<UnitOfWorkFactory> application) {
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(adapter, contract, BLOG.dataSource())) {
            application.accept(factory);
        }
    }
}
