package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.CheckReport.Scope;
import io.github.cascadecontract.finding.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** Runs all checks. */
public final class SchemaCheck {
    private SchemaCheck() {}

    /** Checks the mapping alone; what needs the database is left out. */
    public static CheckReport of(CascadeContract contract) {
        return new CheckReport(findings(Subject.of(contract)), Scope.MAPPING);
    }

    /**
     * Checks the mapping and the database. Reads the catalogue only.
     *
     * @throws io.github.cascadecontract.error.DatabaseException if the database does not answer or does not let its catalogue be
     *     read
     */
    public static CheckReport of(CascadeContract contract, DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Catalog catalog =
                    Catalog.read(connection, MappedTables.of(contract)).byName();
            return new CheckReport(findings(Subject.of(contract, catalog)), Scope.MAPPING_AND_DATABASE);
        } catch (SQLException failed) {
            throw UnreadableCatalog.because(failed);
        }
    }

    private static List<Finding> findings(Subject subject) {
        List<String> entities =
                subject.contract().entities().stream().map(EntityModel::name).toList();
        Comparator<Finding> byPlace = Comparator.comparing(finding -> place(finding, entities));
        return Checks.ALL.stream()
                .flatMap(check -> check.findings(subject))
                .map(SchemaCheck::withRemedy)
                .sorted(Comparator.comparing(Finding::severity).thenComparing(byPlace))
                .toList();
    }

    /** Where no SQL mends it the sentence goes on with what does. */
    private static Finding withRemedy(Finding found) {
        if (found.mend() != null) return found;
        return new Finding(
                found.code(),
                found.entity(),
                found.attribute(),
                found.table(),
                found.constraint(),
                found.sentence() + " " + found.code().remedy(),
                null);
    }

    /** What belongs to no entity comes last. */
    private static int place(Finding finding, List<String> entities) {
        int place = finding.entity() == null ? -1 : entities.indexOf(finding.entity());
        return place < 0 ? entities.size() : place;
    }
}
