package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows that Hibernate has queued for INSERT. It took their values when persist was called and inserts in the order of
 * those calls; the contract asks for one INSERT with the values at flush, parents first.
 */
final class PendingRows {
    private final SessionEntities entities;
    private final InsertSequence sequence;
    private final Map<Object, Map<ForeignKey, Object>> parents = new IdentityHashMap<>();
    private final Set<Object> discarded = Collections.newSetFromMap(new IdentityHashMap<>());

    PendingRows(SessionEntities entities) {
        this.entities = entities;
        this.sequence = new InsertSequence(entities);
    }

    /** The row is not inserted after all. */
    void discard(Object entity) {
        EntityEntry entry = entities.entry(entity);
        if (entry != null && !entry.isExistsInDatabase()) discarded.add(entity);
    }

    /** The parent of an entity that has no row yet. */
    void setParent(Object child, ForeignKey key, @Nullable Object parent) {
        Map<ForeignKey, Object> ofChild = parents.computeIfAbsent(child, absent -> new HashMap<>());
        if (parent == null) ofChild.remove(key);
        else ofChild.put(key, parent);
    }

    /** The parent that {@link #setParent} gave, null if none. */
    @Nullable
    Object parent(Object child, ForeignKey key) {
        return parents.getOrDefault(child, Map.of()).get(key);
    }

    /** The id of the parent that {@link #setParent} gave, null if none. */
    @Nullable
    Object parentId(Object child, ForeignKey key) {
        Object parent = parent(child, key);
        return parent == null ? null : entities.idOf(parent);
    }

    /** Before the flush: the values and the order that are to be inserted. */
    void complete(List<Step.Persist> steps) {
        List<Object> planned = new ArrayList<>();
        for (Step.Persist step : steps) {
            EntityEntry entry = entities.entry(step.entity());
            if (entry == null || entry.isExistsInDatabase() || entry.getLoadedState() == null) continue;
            takeValues(step, entry);
            planned.add(step.entity());
        }
        if (!planned.isEmpty()) sequence.plan(planned, queue());
    }

    /** Called before each INSERT; true keeps Hibernate from sending it. */
    boolean isHandled(Object entity) {
        return discarded.contains(entity) || sequence.isHandled(entity);
    }

    void clear() {
        parents.clear();
        discarded.clear();
        sequence.clear();
    }

    private List<Object> queue() {
        return entities.withoutRows().stream()
                .filter(entity -> !discarded.contains(entity))
                .toList();
    }

    /** The loaded state of a pending entity is the very array that its INSERT will read. */
    private void takeValues(Step.Persist step, EntityEntry entry) {
        EntityPersister persister = entry.getPersister();
        Type[] types = persister.getPropertyTypes();
        @Nullable Object[] state = entry.getLoadedState();
        for (int i = 0; i < types.length; i++)
            if (!types[i].isCollectionType())
                state[i] = types[i].deepCopy(persister.getValue(step.entity(), i), persister.getFactory());
        LazyAttributes.inserted(step.entity());
        takeKeys(step, state);
    }

    private void takeKeys(Step.Persist step, @Nullable Object[] state) {
        MappedEntity mapped = entities.mapped(step.entity());
        parents.getOrDefault(step.entity(), Map.of()).forEach((key, parent) -> {
            int position = mapped.insertedKey(key);
            if (position >= 0) state[position] = step.deferred().contains(key) ? null : entities.idOf(parent);
        });
        for (ForeignKey key : step.deferred()) {
            Relation childSide = key.childSide();
            if (childSide == null) continue;
            mapped.setValueIn(state, childSide, null);
            mapped.lazy().changed(step.entity(), mapped.position(childSide));
        }
    }
}
