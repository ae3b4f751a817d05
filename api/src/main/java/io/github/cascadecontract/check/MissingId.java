package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.mapping.TableMapping;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids are unique. A view keeps no index. */
final class MissingId implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.contract().entities().stream()
                .flatMap(entity -> entity.mapping().tables().stream()
                        .filter(table -> subject.entity(subject.table(table.table()))
                                .filter(entity::equals)
                                .isPresent())
                        .flatMap(table -> finding(subject, entity, table)));
    }

    private static Stream<Finding> finding(Subject subject, EntityModel entity, TableMapping mapping) {
        List<String> id = Identifier.stored(mapping.idColumns());
        return subject.catalog().flatMap(catalog -> catalog.table(mapping.table())).stream()
                .filter(table -> table.kind() != CatalogTable.Kind.OTHER)
                .filter(table ->
                        id.stream().allMatch(column -> table.column(column).isPresent()))
                .filter(table -> !UniqueIndexes.cover(table, id))
                .map(table -> new Finding(
                        FindingCode.ID_NOT_UNIQUE,
                        entity.name(),
                        null,
                        table.readable(),
                        null,
                        "No primary key and no unique index of %s stands on the id %s."
                                .formatted(table.readable(), String.join(", ", id)),
                        mend(table, id)));
    }

    private static @Nullable String mend(CatalogTable table, List<String> id) {
        return table.primaryKey().isEmpty()
                ? "ALTER TABLE %s ADD PRIMARY KEY (%s);".formatted(table.sql(), Mend.columns(id))
                : Mend.uniqueIndex(table, id);
    }
}
