package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.CatalogKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that go with rows of another.
 *
 * @param parent the table whose rows go first, as {@link Subject#table} names it
 * @param child the table whose rows follow
 * @param mapped the key as mapped, null if the mapping does not know it
 * @param constraint the foreign key, null if the database was not looked at, or if the client alone removes
 */
record Cascade(
        String parent,
        String child,
        @Nullable MappedKey mapped,
        @Nullable CatalogKey constraint) {
    /** Whether the client leaves the rows to the database. */
    boolean isLeftToDatabase() {
        return mapped == null || mapped.isLeftToDatabase();
    }

    /** Whether both tables are the same one. */
    boolean isTree() {
        return parent.equals(child);
    }

    /** How sentences name it. */
    String name() {
        if (constraint != null) return constraint.name();
        return Optional.ofNullable(mapped).map(MappedKey::name).orElse(child);
    }
}
