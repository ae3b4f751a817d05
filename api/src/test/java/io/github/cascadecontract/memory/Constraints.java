package io.github.cascadecontract.memory;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.error.IntegrityViolationException.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the schema says about foreign keys: by default what the mapping says. */
final class Constraints {
    private final Set<String> notNull = new HashSet<>();
    private final Set<String> notUnique = new HashSet<>();
    private final Map<String, ReferentialAction> onDelete = new HashMap<>();
    private final Map<String, Object> defaults = new HashMap<>();

    void notNull(String column) {
        notNull.add(column);
    }

    void notUnique(String column) {
        notUnique.add(column);
    }

    void onDelete(String column, ReferentialAction action) {
        onDelete.put(column, action);
    }

    boolean isNullable(ForeignKey key) {
        return key.isNullable() && !notNull.contains(key.toString());
    }

    boolean isUnique(ForeignKey key) {
        return key.isUnique() && !notUnique.contains(key.toString());
    }

    ReferentialAction onDelete(ForeignKey key) {
        ReferentialAction declared = key.onDelete().orElse(ReferentialAction.NO_ACTION);
        return onDelete.getOrDefault(key.toString(), declared);
    }

    void defaultParent(String column, Object id) {
        defaults.put(column, id);
    }

    /** The column default of a key, null if it has none. */
    Object defaultParent(ForeignKey key) {
        return defaults.get(key.toString());
    }

    static IntegrityViolationException violation(Kind kind, Object where) {
        return new IntegrityViolationException(new Violation(kind, where.toString(), null, null), null);
    }
}
