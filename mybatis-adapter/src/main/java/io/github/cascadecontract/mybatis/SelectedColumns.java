package io.github.cascadecontract.mybatis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns that a SELECT of entities reads: those of the class and of all that extend it in the same table. */
final class SelectedColumns {
    private final EntityTable table;
    private final List<EntityTable> classes;
    private final List<SqlColumn> columns = new ArrayList<>();
    private final Map<EntityTable, String[]> names = new HashMap<>();
    private final String discriminatorName;

    /**
     * Gathers the columns.
     *
     * @param table the entity
     * @param classes itself and what extends it
     */
    SelectedColumns(EntityTable table, List<EntityTable> classes) {
        this.table = table;
        this.classes = classes;
        for (EntityTable each : classes)
            names.put(
                    each,
                    each.columns().stream().map(column -> nameOf(column.sql())).toArray(String[]::new));
        Discriminator discriminator = table.discriminator();
        this.discriminatorName = discriminator == null ? "" : nameOf(discriminator.column());
    }

    List<SqlColumn> columns() {
        return columns;
    }

    /** Whether entities of more than one class may be found. */
    boolean isPolymorphic() {
        return classes.size() > 1;
    }

    /** The condition that leaves out rows of other classes in the table, empty if there are none. */
    String condition(String prefix) {
        if (table.model().supertype() == null) return "";
        List<Discriminator> discriminators = classes.stream()
                .map(each -> Objects.requireNonNull(each.discriminator()))
                .toList();
        return " AND " + Discriminator.condition(prefix, discriminators);
    }

    /** The class of a selected row. */
    EntityTable classOfRow(Map<?, ?> row) {
        Discriminator discriminator = table.discriminator();
        if (discriminator == null) return table;
        Object value = row.get(discriminatorName);
        for (EntityTable each : classes)
            if (value != null && Objects.requireNonNull(each.discriminator()).is(value)) return each;
        throw new IllegalStateException(
                "A row of %s has a %s that is of no entity in the contract. Name all classes of the hierarchy where the contract is built."
                        .formatted(table.table(), discriminator.column().name()));
    }

    /** The class of an entity that an application's own statement made. */
    EntityTable classOfEntity(Object entity) {
        EntityTable nearest = table;
        for (EntityTable each : classes) if (each.model().type().isInstance(entity)) nearest = each;
        return nearest;
    }

    /** The values of {@link EntityTable#columns} of a class in a selected row. */
    @Nullable
    Object[] values(EntityTable type, Map<?, ?> row) {
        String[] own = Objects.requireNonNull(names.get(type));
        @Nullable Object[] values = new Object[own.length];
        for (int i = 0; i < values.length; i++) values[i] = row.get(own[i]);
        return values;
    }

    private String nameOf(SqlColumn column) {
        if (!columns.contains(column)) columns.add(column);
        return "c" + columns.indexOf(column);
    }
}
