package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.NestedAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Lets entities hold what a merge gives them, as if the application had set it. */
final class MergedValues {
    private final SessionEntities entities;

    MergedValues(SessionEntities entities) {
        this.entities = entities;
    }

    void copy(Object entity, Attribute attribute, @Nullable Object value) {
        if (!entities.isManaged(entity)) attribute.set(entity, value);
        else if (value != null && isElementCollection(entity, attribute)) refill(entity, attribute, value);
        else entities.mapped(entity).setValue(entity, attribute, ownCopy(entity, attribute, value));
    }

    private boolean isElementCollection(Object entity, Attribute attribute) {
        return entities.mapped(entity).model().mapping().elementCollections().stream()
                .anyMatch(elements -> elements.attribute().name().equals(attribute.name()));
    }

    /** The given object goes on living; nothing mutable is shared with it. */
    private @Nullable Object ownCopy(Object entity, Attribute attribute, @Nullable Object value) {
        EntityPersister persister = entities.mapped(entity).persister();
        int position = entities.mapped(entity).position(attribute);
        return attribute instanceof NestedAttribute
                ? value
                : persister.getPropertyTypes()[position].deepCopy(value, persister.getFactory());
    }

    /** An element collection keeps its instance, which knows the rows. */
    @SuppressWarnings("unchecked")
    private void refill(Object entity, Attribute attribute, Object given) {
        Object now = attribute.get(entity);
        if (now instanceof Map<?, ?> && given instanceof Map<?, ?> entries) {
            ((Map<?, ?>) now).keySet().retainAll(entries.keySet());
            ((Map<Object, Object>) now).putAll(entries);
        } else if (now instanceof Collection<?> && given instanceof Collection<?> elements) {
            ((Collection<?>) now).clear();
            ((Collection<Object>) now).addAll(elements);
        } else entities.mapped(entity).setValue(entity, attribute, copyOf(given));
    }

    private static Object copyOf(Object given) {
        if (given instanceof SortedMap<?, ?> sorted) return new TreeMap<>(sorted);
        if (given instanceof Map<?, ?> map) return new LinkedHashMap<>(map);
        if (given instanceof SortedSet<?> sorted) return new TreeSet<>(sorted);
        return given instanceof Set<?> set ? new LinkedHashSet<>(set) : new ArrayList<>((Collection<?>) given);
    }

    @SuppressWarnings("unchecked")
    void assign(Object entity, Relation relation, List<Object> members) {
        if (!relation.isCollection()) {
            entities.set(entity, relation, members.isEmpty() ? null : members.get(0));
            return;
        }
        Object present = present(entity, relation);
        if (present instanceof Map<?, ?> map) fill((Map<Object, @Nullable Object>) map, relation, members);
        else fill((Collection<Object>) present, members);
    }

    private Object present(Object entity, Relation relation) {
        MappedEntity mapped = entities.mapped(entity);
        Object value = mapped.value(entity, relation);
        if (value != null) return value;
        Object created = mapped.newCollection(relation);
        mapped.setValue(entity, relation, created);
        return created;
    }

    /** Members that have no key yet share one place; the rows do not depend on it. */
    private void fill(Map<Object, @Nullable Object> map, Relation relation, List<Object> members) {
        Set<Object> wanted = identities(members);
        map.values().removeIf(value -> value == null || !wanted.contains(entities.resolve(value)));
        List<Object> present = new ArrayList<>();
        for (Object value : map.values()) if (value != null) present.add(entities.resolve(value));
        Set<Object> kept = identities(present);
        MapKey key = new MapKey(entities, relation);
        for (Object member : members) if (!kept.contains(member)) map.put(key.of(member), member);
    }

    /** What stays is not touched, and an unchanged order is no change. */
    private void fill(Collection<Object> elements, List<Object> members) {
        List<Object> now = elements.stream().map(entities::resolve).toList();
        if (isSame(now, members)) return;
        if (elements instanceof List<Object>) {
            elements.clear();
            elements.addAll(members);
            return;
        }
        Set<Object> wanted = identities(members);
        elements.removeIf(element -> !wanted.contains(entities.resolve(element)));
        Set<Object> kept = identities(now);
        for (Object member : members) if (!kept.contains(member)) elements.add(member);
    }

    private static boolean isSame(List<Object> now, List<Object> members) {
        if (now.size() != members.size()) return false;
        for (int i = 0; i < now.size(); i++) if (now.get(i) != members.get(i)) return false;
        return true;
    }

    private static Set<Object> identities(Collection<Object> of) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(of);
        return identities;
    }
}
