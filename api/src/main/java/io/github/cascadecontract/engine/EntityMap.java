package io.github.cascadecontract.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map from entities, compared by identity, that keeps the order of insertion: plans must not depend on hash codes. */
final class EntityMap<V> {
    private static final int USUAL_SIZE = 2;

    // Made on first use: a plan has many empty ones.
    private @Nullable IdentityHashMap<Object, V> values;
    private List<Object> order = Collections.emptyList();

    /** Puts a value unless the entity has one; tells whether it was put. */
    boolean putIfAbsent(Object entity, V value) {
        if (values == null) {
            values = new IdentityHashMap<>(USUAL_SIZE);
            order = new ArrayList<>(USUAL_SIZE);
        }
        if (values.putIfAbsent(entity, value) != null) return false;
        order.add(entity);
        return true;
    }

    V computeIfAbsent(Object entity, Supplier<V> value) {
        V present = get(entity);
        if (present != null) return present;
        V made = value.get();
        putIfAbsent(entity, made);
        return made;
    }

    @Nullable
    V get(Object entity) {
        return values == null ? null : values.get(entity);
    }

    boolean contains(@Nullable Object entity) {
        return entity != null && get(entity) != null;
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    /** The entities in order of insertion. */
    List<Object> keys() {
        return Collections.unmodifiableList(order);
    }

    /** The values in order of insertion. */
    List<V> values() {
        List<V> found = new ArrayList<>(order.size());
        for (Object entity : order) found.add(Objects.requireNonNull(get(entity)));
        return found;
    }
}
