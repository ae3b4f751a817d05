package io.github.cascadecontract.catalog;

import io.github.cascadecontract.mapping.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that a contract maps, those that refer to them by foreign keys at any distance, and the keys between them, as
 * the database had them when it was read. Immutable.
 *
 * @param tables the tables
 * @param keys the foreign keys between them, in the order in which they were made: so the server handles them
 */
public record Catalog(List<CatalogTable> tables, List<CatalogKey> keys) {
    /** Keeps immutable copies. */
    public Catalog {
        tables = List.copyOf(tables);
        keys = List.copyOf(keys);
    }

    /**
     * Reads what a connection sees.
     *
     * @param mapped names as the mapping writes them; one without a table is left out
     * @throws SQLException if the catalogue must not be read, or the connection is broken
     */
    public static Catalog read(Connection connection, Collection<TableName> mapped) throws SQLException {
        return new CatalogReader(connection).read(Set.copyOf(mapped));
    }

    /** The same with its keys by name: what is told of it does not depend on the order in which a schema was made. */
    public Catalog byName() {
        return new Catalog(
                tables,
                keys.stream().sorted(Comparator.comparing(CatalogKey::name)).toList());
    }

    /** The table that the connection means by a name of the mapping. */
    public Optional<CatalogTable> table(TableName name) {
        String table = Identifier.stored(name.name());
        String schema = name.schema() == null ? null : Identifier.stored(name.schema());
        return tables.stream()
                .filter(found -> found.name().equals(table))
                .filter(found ->
                        schema == null ? found.isVisible() : found.schema().equals(schema))
                .findFirst();
    }

    /** The keys that refer to a table. */
    public List<CatalogKey> keysTo(CatalogTable table) {
        return keys.stream().filter(key -> key.parent().equals(table)).toList();
    }

    /** The keys that a table holds. */
    public List<CatalogKey> keysOf(CatalogTable table) {
        return keys.stream().filter(key -> key.table().equals(table)).toList();
    }
}
