package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.conformance.database.SchemaException;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on audit tables: what each key does to an audit, and what a check finds. */
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
}
