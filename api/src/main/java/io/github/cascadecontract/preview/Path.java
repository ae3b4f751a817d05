package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows are found from other rows: by equal columns, table after table.
 *
 * @param start columns of the rows to start from, as stored
 * @param hops the tables on the way; the rows are those of the last
 * @param type a condition on the last table's discriminator, null if all rows are meant
 */
record Path(List<String> start, List<Hop> hops, @Nullable OfType type) {
    Path {
        start = List.copyOf(start);
        hops = List.copyOf(hops);
    }

    /**
     * A table on the way.
     *
     * @param table the table
     * @param in its columns that equal those before, as stored
     * @param out its columns that the next hop equals, as stored
     * @param changed what the flush writes to {@code in} before, null if nothing
     */
    record Hop(
            CatalogTable table,
            List<String> in,
            List<String> out,
            @Nullable ChangedKeys changed) {
        Hop {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    /**
     * Rows of a type in a table that several share.
     *
     * @param column the discriminator as stored
     * @param values what it holds
     */
    record OfType(String column, List<String> values) {
        OfType {
            values = List.copyOf(values);
        }
    }

    static Path over(List<String> start, CatalogTable table, List<String> in, @Nullable ChangedKeys changed) {
        return new Path(start, List.of(new Hop(table, in, List.of(), changed)), null);
    }

    /** One more table. */
    Path then(List<String> out, CatalogTable table, List<String> in) {
        List<Hop> longer = new ArrayList<>(hops.subList(0, hops.size() - 1));
        Hop last = last();
        longer.add(new Hop(last.table(), last.in(), out, last.changed()));
        longer.add(new Hop(table, in, List.of(), null));
        return new Path(start, longer, null);
    }

    Path of(@Nullable OfType rowType) {
        return new Path(start, hops, rowType);
    }

    Hop last() {
        return hops.get(hops.size() - 1);
    }
}
