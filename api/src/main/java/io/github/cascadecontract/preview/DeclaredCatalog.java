package io.github.cascadecontract.preview;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tables and keys as the mapping declares them, for a connection that must not read the catalogue. */
final class DeclaredCatalog {
    private final Map<TableName, Set<String>> columns = new LinkedHashMap<>();
    private final Map<TableName, Set<String>> notNull = new LinkedHashMap<>();
    private final Map<TableName, List<String>> primaryKeys = new LinkedHashMap<>();
    private final Set<Declared> keys = new LinkedHashSet<>();

    private DeclaredCatalog(CascadeContract contract) {
        contract.entities().forEach(this::add);
    }

    private record Declared(
            TableName table,
            List<String> columns,
            TableName parent,
            List<String> parentColumns,
            Optional<ReferentialAction> onDelete) {}

    static Catalog of(CascadeContract contract, Connection connection) throws SQLException {
        return new DeclaredCatalog(contract).read(connection);
    }

    private void add(EntityModel entity) {
        for (TableMapping part : entity.mapping().tables()) {
            addColumns(part.table(), part.idColumns());
            notNull.computeIfAbsent(part.table(), absent -> new LinkedHashSet<>())
                    .addAll(Identifier.stored(part.idColumns()));
            primaryKeys.put(part.table(), Identifier.stored(part.idColumns()));
        }
        if (entity.supertype() != null) addPart(entity, entity.supertype());
        Path.OfType type = RowTypes.of(entity);
        if (type != null) addColumns(entity.mapping().table(), List.of(Identifier.quoted(type.column())));
        entity.referringKeys().forEach(this::add);
        entity.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.MANY_TO_MANY)
                .forEach(this::addLinks);
        entity.mapping().elementCollections().forEach(values -> add(entity, values));
    }

    private void addPart(EntityModel entity, EntityModel above) {
        if (entity.mapping().table().equals(above.mapping().table())) return;
        addKey(entity.mapping().table(), entity.mapping().idColumns(), above, Optional.empty());
    }

    private void add(ForeignKey key) {
        addKey(key.table(), key.columns(), key.parent(), key.onDelete());
        if (!key.isNullable())
            notNull.computeIfAbsent(key.table(), absent -> new LinkedHashSet<>())
                    .addAll(Identifier.stored(key.columns()));
    }

    private void addLinks(Relation relation) {
        LinkTable links = relation.linkTable();
        addKey(links.table(), links.columnsOf(relation), relation.entity(), links.onDelete());
        addKey(links.table(), links.columnsOfTarget(relation), relation.target(), links.onDelete());
    }

    private void add(EntityModel entity, ElementCollectionMapping values) {
        addKey(values.table(), values.keyColumns(), entity, Optional.empty());
    }

    private void addKey(
            TableName table, List<String> written, EntityModel parent, Optional<ReferentialAction> onDelete) {
        addColumns(table, written);
        List<String> ids = parent.mapping().idColumns();
        keys.add(new Declared(table, written, parent.mapping().table(), ids, onDelete));
    }

    private void addColumns(TableName table, List<String> written) {
        columns.computeIfAbsent(table, absent -> new LinkedHashSet<>()).addAll(Identifier.stored(written));
    }

    private Catalog read(Connection connection) throws SQLException {
        Map<TableName, CatalogTable> tables = new LinkedHashMap<>();
        for (Map.Entry<TableName, Set<String>> entry : columns.entrySet()) {
            TableName name = entry.getKey();
            List<String> stored = List.copyOf(entry.getValue());
            ColumnTypes types = ColumnTypes.of(connection, name, stored);
            if (types.exists()) tables.put(name, table(name, stored, types));
        }
        List<CatalogKey> found = new ArrayList<>();
        for (Declared key : keys)
            if (tables.containsKey(key.table()) && tables.containsKey(key.parent())) found.add(key(key, tables));
        return new Catalog(List.copyOf(tables.values()), found);
    }

    private CatalogTable table(TableName name, List<String> stored, ColumnTypes types) {
        Set<String> required = notNull.getOrDefault(name, Set.of());
        List<CatalogColumn> described = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++)
            described.add(
                    new CatalogColumn(stored.get(i), types.types().get(i), required.contains(stored.get(i)), false));
        String schema = name.schema() == null ? "" : Identifier.stored(name.schema());
        List<String> primaryKey = primaryKeys.getOrDefault(name, List.of());
        return new CatalogTable(
                schema,
                Identifier.stored(name.name()),
                schema.isEmpty(),
                types.isReadable(),
                described,
                primaryKey,
                List.of(),
                CatalogTable.Kind.TABLE);
    }

    private static CatalogKey key(Declared key, Map<TableName, CatalogTable> tables) {
        List<String> held = Identifier.stored(key.columns());
        return new CatalogKey(
                "",
                Objects.requireNonNull(tables.get(key.table())),
                held,
                Objects.requireNonNull(tables.get(key.parent())),
                Identifier.stored(key.parentColumns()),
                key.onDelete().orElse(ReferentialAction.NO_ACTION),
                held,
                false,
                true,
                new CatalogKey.Clauses("", ""));
    }
}
