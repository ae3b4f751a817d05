package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapped key as the database has it. Tables and columns are there.
 *
 * @param mapped the key
 * @param table the table that holds it
 * @param columns its columns as stored
 * @param parent the parent's own table
 * @param parentColumns the columns of the id there, as stored
 * @param constraints the foreign keys over these columns, the one that acts first; none if there is none
 */
record PlacedKey(
        MappedKey mapped,
        CatalogTable table,
        List<String> columns,
        CatalogTable parent,
        List<String> parentColumns,
        List<CatalogKey> constraints) {

    /** The foreign key that acts. */
    Optional<CatalogKey> constraint() {
        return constraints.stream().findFirst();
    }

    /** What the foreign key does, empty if there is none. */
    Optional<ReferentialAction> action() {
        return constraint().map(CatalogKey::onDelete);
    }

    /** Whether one of the key's columns must not be NULL. */
    boolean isNotNull() {
        return table.isNotNull(columns);
    }

    /** The column of a stored name. */
    CatalogColumn column(String stored) {
        return table.column(stored).orElseThrow();
    }

    /** How sentences name its columns. */
    String columnNames() {
        return String.join(", ", columns);
    }

    /** How sentences name the constraint, or else the columns. */
    String constraintName() {
        return constraint().map(CatalogKey::name).orElse(columnNames()) + " of " + table.readable();
    }

    Finding finding(FindingCode code, String sentence, @Nullable String mend) {
        return new Finding(
                code,
                mapped.entity().name(),
                mapped.attribute(),
                table.readable(),
                constraint().map(CatalogKey::name).orElse(null),
                sentence,
                mend);
    }
}
