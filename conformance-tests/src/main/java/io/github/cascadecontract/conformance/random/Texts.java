package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of rows: each row of a table has one of its own, by which it is known where the database gives the id. */
final class Texts {
    private Texts() {}

    static Map<String, @Nullable Object> of(BaseTable table, int number) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        texts.put(label(table), table.entity() + number);
        if (table == BaseTable.USERS) {
            texts.put("email", "u" + number + "@example.org");
        }
        return texts;
    }

    /** Returns the column that holds the row's own text. */
    static String label(BaseTable table) {
        return table.columns().get(0);
    }
}
