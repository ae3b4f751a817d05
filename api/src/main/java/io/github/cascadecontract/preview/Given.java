package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values that a statement gets as parameters: a table with one array for each column. */
final class Given {
    private final String name;
    private final List<String> types = new ArrayList<>();
    private final List<List<@Nullable String>> values = new ArrayList<>();

    Given(String name) {
        this.name = name;
    }

    /** Adds columns of the types that a table has. */
    Given columns(CatalogTable table, List<String> stored, List<? extends @Nullable List<Object>> tuples) {
        for (int i = 0; i < stored.size(); i++) {
            int place = i;
            List<@Nullable String> texts = new ArrayList<>();
            tuples.forEach(tuple -> texts.add(tuple == null ? null : String.valueOf(tuple.get(place))));
            column(table.column(stored.get(i)).orElseThrow().type(), texts);
        }
        return this;
    }

    Given column(String type, List<@Nullable String> texts) {
        types.add(type);
        values.add(texts);
        return this;
    }

    /** The name of its common table expression. */
    String name() {
        return name;
    }

    int rows() {
        return values.get(0).size();
    }

    /** The columns {@code k0}, {@code k1} and so on from the given values. */
    void write(Query query) {
        query.add("SELECT * FROM unnest(");
        for (int i = 0; i < types.size(); i++)
            query.add(i == 0 ? "" : ", ")
                    .add("?::text[]::%s[]".formatted(types.get(i)))
                    .parameter(Objects.requireNonNull(values.get(i)));
        query.add(") AS g (");
        for (int i = 0; i < types.size(); i++) query.add(i == 0 ? "" : ", ").add("k" + i);
        query.add(")");
    }
}
