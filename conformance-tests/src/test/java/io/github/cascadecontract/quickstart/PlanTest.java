package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.tools.PlanFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's page on plans, run once per adapter. */
class PlanTest {
    @RegisterExtension
    static final BlogTables BLOG = new BlogTables();

    private final CascadeContract contract = CascadeContract.of(User.class, Post.class);

    @Test
    void a_plan_needs_a_connection_and_no_adapter() throws SQLException {
        RemovalPlan plan = planOf(contract, BLOG.dataSource());
        assertThat(Documents.blocks("README.md", "text"))
                .contains(plan.toString().strip());
        assertThat(BLOG.values("id", "users")).isEqualTo("1,2");
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,2,3");
    }

    private static RemovalPlan planOf(CascadeContract contract, DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RemovalPlan plan = contract.plan(connection, User.class, 1L);
            String tree = plan.toString();
            assertThat(tree).startsWith("remove User 1");
            return plan;
        }
    }

    @Test
    void a_plan_names_the_rows_in_the_way() throws SQLException {
        BLOG.execute("insert into audit_entries values (7, 'published', 1)");
        CascadeContract audited = CascadeContract.of(User.class, Post.class, AuditEntry.class);
        RemovalPlan plan = planOf(audited, BLOG.dataSource());
        assertThat(Documents.blocks("docs/guide.md", "text"))
                .contains(plan.toString().strip());
        assertThat(plan.isBlocked()).isTrue();
    }

    @Test
    void a_unit_of_work_plans_with_what_changed_in_memory() throws SQLException {
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(contract, BLOG.dataSource())) {
            factory.inTransaction(work -> {
                User ada = work.find(User.class, 1L);
                work.find(Post.class, 1L).setUser(work.find(User.class, 2L));
                RemovalPlan plan = work.plan(ada);
                if (!plan.isBlocked()) work.remove(ada);
                assertThat(plan.totals("posts").deletedByDatabase()).isEqualTo(1);
            });
        }
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,3");
    }

    @Test
    void in_repeatable_read_nothing_goes_that_the_plan_did_not_see() throws SQLException {
        try (Connection connection = BLOG.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            RemovalPlan plan = contract.plan(connection, User.class, 1L);
            assertThat(plan.totals("posts").deletedByDatabase()).isEqualTo(2);
            BLOG.execute("insert into posts values (4, 'meanwhile', 1)");
            assertThatThrownBy(() -> delete(connection)).hasMessageContaining("could not serialize access");
            connection.rollback();
        }
        assertThat(BLOG.values("id", "posts")).isEqualTo("1,2,3,4");
    }

    private static void delete(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from users where id = 1");
        }
    }

    @Test
    void a_plan_is_written_for_people_and_programs() throws SQLException {
        RemovalPlan plan = planOf(contract, BLOG.dataSource());
        String json = PlanFormat.JSON.of(plan);
        String picture = PlanFormat.SVG.of(plan);
        assertThat(json).contains("\"deletedByDatabase\" : 2");
        assertThat(picture).startsWith("<svg").contains("2 rows · delete");
    }
}
