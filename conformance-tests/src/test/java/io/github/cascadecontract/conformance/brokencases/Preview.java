package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks what can be known of a broken form before anybody removes anything. */
final class Preview {
    private final TestDatabase database;

    Preview(TestDatabase database) {
        this.database = database;
    }

    /**
     * What is known.
     *
     * @param findings one line for each finding of a check that matters
     * @param plan the removal as a tree, empty if the case removes nothing by itself
     */
    record Known(List<String> findings, Optional<String> plan) {
        Known {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A row that a case removes.
     *
     * @param type its entity class
     * @param id its id
     */
    record Removed(Class<?> type, long id) {}

    Known of(BrokenCase played) {
        Form<?> form = played.broken();
        CascadeContract contract = CascadeContract.of(form.entityClasses());
        try (Schema schema = database.createSchema("preview")) {
            schema.execute(form.tables().sql());
            return new Known(
                    findings(contract, schema), played.removed().map(removed -> plan(contract, schema, removed)));
        }
    }

    /** The schema's name is another in each run. */
    private static List<String> findings(CascadeContract contract, Schema schema) {
        return contract.check(schema.dataSource()).atLeast(Severity.WARNING).stream()
                .map(finding -> finding.toString().replace("\"%s\".".formatted(schema.name()), ""))
                .toList();
    }

    private static String plan(CascadeContract contract, Schema schema, Removed removed) {
        try (Connection connection = schema.dataSource().getConnection()) {
            return contract.plan(connection, removed.type(), removed.id())
                    .toString()
                    .strip();
        } catch (SQLException failure) {
            throw new IllegalStateException("There is no connection for a plan", failure);
        }
    }
}
