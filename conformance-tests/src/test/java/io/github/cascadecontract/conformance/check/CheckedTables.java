package io.github.cascadecontract.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty schema for each test, on one database for all test classes. */
final class CheckedTables implements BeforeEachCallback, AfterEachCallback {
    private TestDatabase database;
    private Schema schema;

    @Override
    public void beforeEach(ExtensionContext context) {
        database = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(TestDatabase.class, type -> TestDatabase.open(), TestDatabase.class);
        schema = database.createSchema("check");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        schema.close();
        assertThat(database.connectionsInUse()).isZero();
    }

    String schema() {
        return schema.name();
    }

    DataSource dataSource() {
        return schema.dataSource();
    }

    /** A schema besides, to be closed by whoever asks. */
    Schema another(String label) {
        return database.createSchema(label);
    }

    CheckedTables make(String sql) {
        schema.execute(sql);
        return this;
    }

    CheckReport check(Class<?>... entities) {
        return check(CascadeContract.of(entities));
    }

    CheckReport check(CascadeContract contract) {
        return contract.check(dataSource());
    }

    /** What is found of one kind. */
    List<Finding> find(FindingCode code, CascadeContract contract) {
        return check(contract).findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
    }

    List<Finding> find(FindingCode code, Class<?>... entities) {
        return find(code, CascadeContract.of(entities));
    }

    /** The one finding of a kind. */
    Finding only(FindingCode code, Class<?>... entities) {
        List<Finding> found = find(code, entities);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Runs what mends the one finding of a kind, as it stands, and looks again. */
    CheckReport mended(FindingCode code, Class<?>... entities) throws SQLException {
        run(String.valueOf(only(code, entities).mend()));
        return check(entities);
    }

    /** Runs statements outside a transaction. */
    void run(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The codes of what matters. */
    static List<FindingCode> serious(CheckReport report) {
        return report.atLeast(Severity.WARNING).stream().map(Finding::code).toList();
    }
}
