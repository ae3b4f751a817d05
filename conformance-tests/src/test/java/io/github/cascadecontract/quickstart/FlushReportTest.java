package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.report.FlushReport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's page on what a flush did. */
class FlushReportTest {
    @RegisterExtension
    static final BlogTables TABLES = new BlogTables();

    @ParameterizedTest
    @ValueSource(strings = {"hibernate", "eclipselink", "mybatis"})
    void a_commit_tells_what_it_did(String adapter) {
        CascadeContract contract = CascadeContract.of(User.class, Post.class);
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(adapter, contract, TABLES.dataSource())) {
            assertThat(report(factory)).hasToString(printed() + "\n");
        }
    }

    private static FlushReport report(UnitOfWorkFactory factory) {
        try (UnitOfWork work = factory.begin()) {
            User ada = work.find(User.class, 1L);
            work.plan(ada);
            work.remove(ada);
            work.find(User.class, 2L).getPosts().clear();
            work.commit();
            return work.lastFlush();
        }
    }

    private static String printed() {
        return Documents.blocks("docs/guide.md", "text").stream()
                .filter(block -> block.startsWith("client:"))
                .findFirst()
                .orElseThrow();
    }
}
