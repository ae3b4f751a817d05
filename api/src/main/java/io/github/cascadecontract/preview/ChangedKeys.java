package io.github.cascadecontract.preview;

import java.util.List;

/**
 * Rows whose key the same flush writes before it deletes anything.
 *
 * @param given ids of the rows, and of their new parents or NULL
 * @param idColumns the id columns of the table that holds the key, as stored
 * @param keyColumns the columns of the key, as stored
 */
record ChangedKeys(Given given, List<String> idColumns, List<String> keyColumns) {
    ChangedKeys {
        idColumns = List.copyOf(idColumns);
        keyColumns = List.copyOf(keyColumns);
    }

    /** Where the id of the row stands. */
    String child(int place) {
        return "k" + place;
    }

    /** Where the new value of a column of the key stands. */
    String parent(String keyColumn) {
        return "k" + (idColumns.size() + keyColumns.indexOf(keyColumn));
    }
}
