package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows of one table to which the removal does the same, and the ways that lead to them. */
final class Node {
    private final int number;
    private final Kind kind;
    private final CatalogTable table;
    private final List<Way> ways = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private boolean isProtected;

    Node(int number, Kind kind, CatalogTable table) {
        this.number = number;
        this.kind = kind;
        this.table = table;
    }

    /** What happens to the rows. In this order they are looked for: a row is what it is first. */
    enum Kind {
        /** Deleted by the client, which knows their ids. */
        KNOWN,
        /** Deleted by the client one by one, which reads them. */
        EACH,
        /** Deleted by the client with one statement for all. */
        SET,
        /** Link rows and rows of element collections that the client deletes. */
        LINKS,
        /** Their key is set to NULL by the client. */
        NULLED,
        /** Deleted by the database. */
        CASCADED,
        /** Changed by the database. */
        CHANGED,
        /** In the way. */
        BLOCKING;

        boolean deletes() {
            return this != NULLED && this != CHANGED && this != BLOCKING;
        }

        boolean isClient() {
            return compareTo(NULLED) <= 0;
        }
    }

    /** The name of its common table expression. */
    String name() {
        return "n" + number;
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    CatalogTable table() {
        return table;
    }

    /** The ways that lead here, in the order in which a row is counted. */
    List<Way> ways() {
        return ways;
    }

    boolean deletes() {
        return kind.deletes();
    }

    /** Whether its rows must not be deleted (rule PRO-1). */
    boolean isProtected() {
        return isProtected;
    }

    void protect() {
        isProtected = true;
        carry(table.primaryKey());
    }

    /** Whether rows can be counted. */
    boolean isReadable() {
        return UncountedTables.isCountable(table);
    }

    /** Columns of the table, as stored, that others need of the rows. */
    Set<String> columns() {
        return columns;
    }

    void carry(Collection<String> stored) {
        columns.addAll(stored);
    }

    /** Where a column stands in the common table expression. */
    String column(String stored) {
        return "c" + List.copyOf(columns).indexOf(stored);
    }
}
