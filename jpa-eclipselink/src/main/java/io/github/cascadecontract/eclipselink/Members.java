package io.github.cascadecontract.eclipselink;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of relations as collections of members. */
final class Members {
    private Members() {}

    /** The members of a collection or map, the one that is referred to, or nothing. */
    static Collection<? extends @Nullable Object> of(@Nullable Object value) {
        if (value == null) return List.of();
        if (value instanceof Map<?, ?> map) return map.values();
        return value instanceof Collection<?> collection ? collection : List.of(value);
    }

    /** Whether both hold the same instances. Order counts only as far as it makes the comparison cheap. */
    static boolean same(Collection<?> one, Collection<?> other) {
        if (one.size() != other.size()) return false;
        Iterator<?> others = other.iterator();
        for (Object member : one) if (!others.hasNext() || member != others.next()) return sameUnordered(one, other);
        return true;
    }

    private static boolean sameUnordered(Collection<?> one, Collection<?> other) {
        Set<Object> members = Collections.newSetFromMap(new IdentityHashMap<>());
        members.addAll(one);
        return members.size() == one.size() && members.containsAll(other);
    }
}
