package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a relation hold given members, as the application would: a collection keeps its instance if it can be changed. */
final class AssignedMembers {
    private final Relation relation;
    private final List<Object> members;

    AssignedMembers(Relation relation, List<Object> members) {
        this.relation = relation;
        this.members = members;
    }

    void assignTo(Object entity) {
        Attribute attribute = relation.attribute();
        if (!relation.isCollection()) attribute.set(entity, members.isEmpty() ? null : members.get(0));
        else if (!isPutInto(attribute.get(entity))) attribute.set(entity, newCollection(attribute.type()));
    }

    private Object newCollection(Class<?> type) {
        if (type == Map.class) return byKey();
        return type == Set.class ? new LinkedHashSet<>(members) : new ArrayList<>(members);
    }

    private boolean isPutInto(@Nullable Object present) {
        if (present == null) return false;
        try {
            if (!isHeldBy(Members.of(present))) put(present);
            return true;
        } catch (UnsupportedOperationException unmodifiable) {
            // The application gave a collection that nobody can change; another one takes its place.
            return false;
        }
    }

    private boolean isHeldBy(Collection<?> present) {
        if (present.size() != members.size()) return false;
        Iterator<Object> wanted = members.iterator();
        for (Object member : present) if (member != wanted.next()) return false;
        return true;
    }

    @SuppressWarnings("unchecked")
    private void put(Object present) {
        if (present instanceof Map) put((Map<Object, Object>) present);
        else if (present instanceof Set) put((Set<Object>) present);
        else {
            Collection<Object> collection = (Collection<Object>) present;
            collection.clear();
            collection.addAll(members);
        }
    }

    private void put(Map<Object, Object> present) {
        Map<Object, Object> wanted = byKey();
        present.clear();
        present.putAll(wanted);
    }

    private void put(Set<Object> present) {
        Set<Object> staying = Collections.newSetFromMap(new IdentityHashMap<>());
        staying.addAll(members);
        present.removeIf(member -> !staying.contains(member));
        present.addAll(members);
    }

    /** Two members without a key would be one entry, and one of them lost. */
    private Map<Object, Object> byKey() {
        Attribute key = Members.requiredKeyOf(relation);
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object member : members)
            if (map.put(key.get(member), member) != null)
                throw new IllegalArgumentException(
                        "%s: two given members have the same %s, which is their key in the map. Give each its own."
                                .formatted(relation, key.name()));
        return map;
    }
}
