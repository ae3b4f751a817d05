package io.github.cascadecontract.contract;

import io.github.cascadecontract.mapping.JoinTableMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The link tables of a contract; two relations that declare the same one from opposite ends are a pair. */
final class LinkTables {
    private final List<LinkTable> tables = new ArrayList<>();

    /**
     * Links an owning many-to-many.
     *
     * @return the relation that holds the same columns in the same direction already, null if all is well
     */
    @Nullable
    Relation link(Relation relation) {
        JoinTableMapping mapping = declared(relation);
        for (LinkTable table : tables) {
            JoinTableMapping other = declared(table.owner());
            if (!other.table().equals(mapping.table())) continue;
            if (isOpposite(table.owner(), relation)) return pair(table, relation);
            if (other.equals(mapping)) return table.owner();
        }
        LinkTable table = new LinkTable(relation, mapping);
        tables.add(table);
        relation.link(table);
        return null;
    }

    private static @Nullable Relation pair(LinkTable table, Relation relation) {
        Relation present = table.owner().inverse();
        if (present != null) return present;
        relation.link(table);
        table.alsoDeclaredBy(relation);
        relation.pairWith(table.owner());
        return null;
    }

    private static boolean isOpposite(Relation one, Relation other) {
        JoinTableMapping here = declared(one);
        JoinTableMapping there = declared(other);
        return here.sourceColumns().equals(there.targetColumns())
                && here.targetColumns().equals(there.sourceColumns())
                && one.entity() == other.target()
                && one.target() == other.entity();
    }

    private static JoinTableMapping declared(Relation relation) {
        return Objects.requireNonNull(relation.mapping().joinTable());
    }
}
