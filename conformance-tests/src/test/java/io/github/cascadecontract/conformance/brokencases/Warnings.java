package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.Severity;
import java.util.List;

/** What a check of the broken form says before anybody removes anything. */
final class Warnings {
    private final TestDatabase database;

    Warnings(TestDatabase database) {
        this.database = database;
    }

    /** One line for each finding that matters. */
    List<String> about(Form<?> form) {
        try (Schema schema = database.createSchema("checked")) {
            schema.execute(form.tables().sql());
            return CascadeContract.of(form.entityClasses())
                    .check(schema.dataSource())
                    .atLeast(Severity.WARNING)
                    .stream()
                    .map(finding -> finding.toString().replace("\"" + schema.name() + "\".", ""))
                    .toList();
        }
    }
}
