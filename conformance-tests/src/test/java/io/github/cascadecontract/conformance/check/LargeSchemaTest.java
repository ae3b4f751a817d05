package io.github.cascadecontract.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A check of 500 tables among 2,500. The time is printed, the number of statements is what must not grow. */
class LargeSchemaTest {
    private static final int STATEMENTS = 4;

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    /** In parts: one transaction cannot hold the locks of all tables. */
    @AfterEach
    void drop() throws SQLException {
        tables.run("""
                DO $$ BEGIN
                    FOR i IN REVERSE 1999..0 LOOP
                        EXECUTE 'DROP TABLE IF EXISTS other' || i;
                        IF i % 200 = 0 THEN COMMIT; END IF;
                    END LOOP;
                END $$""");
    }

    @Test
    void the_statements_of_a_check_do_not_grow_with_the_tables() throws ClassNotFoundException {
        assertThat(statements(new LargeModel(5, 3))).isEqualTo(STATEMENTS);
    }

    @Test
    void five_hundred_tables_among_many_others_take_as_many() throws ClassNotFoundException {
        tables.make(LargeModel.others(2_000));

        assertThat(statements(new LargeModel(500, 3))).isEqualTo(STATEMENTS);
    }

    @Test
    void neither_does_a_chain_of_five_hundred_tables_take_more() throws ClassNotFoundException {
        assertThat(statements(new LargeModel(500, 1))).isEqualTo(STATEMENTS);
    }

    private int statements(LargeModel model) throws ClassNotFoundException {
        tables.make(model.tables());
        CascadeContract contract = CascadeContract.of(model.classes());
        AtomicInteger statements = new AtomicInteger();
        Instant begin = Instant.now();
        CheckReport report = contract.check(ProxyDataSourceBuilder.create(tables.dataSource())
                .afterQuery((execution, queries) -> statements.addAndGet(queries.size()))
                .build());
        System.out.printf(
                "check of %d tables: %d ms, %d findings%n",
                contract.entities().size(),
                Duration.between(begin, Instant.now()).toMillis(),
                report.findings().size());
        assertThat(report.atLeast(Severity.WARNING))
                .hasSize(contract.entities().size() / 2)
                .extracting(Finding::code)
                .containsOnly(FindingCode.KEY_WITHOUT_INDEX);
        return statements.get();
    }
}
