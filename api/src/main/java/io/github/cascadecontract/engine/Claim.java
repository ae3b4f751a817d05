package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import org.jspecify.annotations.Nullable;

/** All that was said in one flush about the parent of one child over one key, from either side. */
final class Claim {
    private final ForeignKey key;
    private final Object child;
    private final EntitySet taking = new EntitySet();
    private final EntitySet keeping = new EntitySet();
    private final EntitySet letting = new EntitySet();
    private boolean referenceCleared;
    private @Nullable Object oldReference;

    Claim(ForeignKey key, Object child) {
        this.key = key;
        this.child = child;
    }

    ForeignKey key() {
        return key;
    }

    Object child() {
        return child;
    }

    /** A parent's side gained the child, or the child's own reference names a parent that it did not name before. */
    void take(Object parent) {
        taking.add(parent);
    }

    /** A pending child still hangs where it hung when it became managed. */
    void keep(Object parent) {
        keeping.add(parent);
    }

    /** A parent's side lost the child. */
    void let(Object parent) {
        letting.add(parent);
    }

    /** The child's own reference changed. */
    void referenceChanged(@Nullable Object old, @Nullable Object now) {
        oldReference = old;
        referenceCleared = now == null && old != null;
        if (now != null) take(now);
    }

    /** Whether two parents were named and nothing tells which of them came later. */
    boolean isContradictory() {
        return taking.size() > 1 || (taking.isEmpty() && keeping.size() > 1 && letting.isEmpty());
    }

    /** The parents among which the child gets its place. */
    EntitySet wanting() {
        return taking.isEmpty() ? keeping.without(letting) : taking;
    }

    EntitySet taking() {
        return taking;
    }

    EntitySet keeping() {
        return keeping;
    }

    EntitySet letting() {
        return letting;
    }

    boolean isReferenceCleared() {
        return referenceCleared;
    }

    @Nullable
    Object oldReference() {
        return oldReference;
    }
}
