package io.github.cascadecontract.conformance.recording;

import java.util.Set;

/**
 * Something in FROM or JOIN.
 *
 * @param name the name that its columns are qualified with
 * @param tables the tables behind it
 * @param entityTables the tables whose rows it yields as entities when more than a key is taken from it
 */
record SelectSource(String name, Set<String> tables, Set<String> entityTables) {

    static SelectSource table(String name, String table) {
        return new SelectSource(name, Set.of(table), Set.of(table));
    }

    static SelectSource of(String name, SqlShape derived) {
        return new SelectSource(name, derived.tables(), derived.entityTables());
    }
}
