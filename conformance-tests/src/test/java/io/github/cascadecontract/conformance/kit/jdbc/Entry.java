package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of one entity: its row as it was last read or written, and what its relations held then. */
final class Entry {
    /** How far an entity is known. */
    enum Phase {
        /** It has no row yet. */
        PENDING,
        /** It stands for a row that was not read. */
        HOLLOW,
        /** In step with a row, but for what the application changed. */
        LOADED
    }

    final Object entity;
    final EntityModel model;
    final Map<String, Object> row = new HashMap<>();
    Phase phase;
    private final Reader reader;
    private final Map<Relation, Before> before = new IdentityHashMap<>();
    private final Set<Relation> assigned = new HashSet<>();

    Entry(Object entity, EntityModel model, Phase phase, Reader reader) {
        this.entity = entity;
        this.model = model;
        this.phase = phase;
        this.reader = reader;
    }

    Object id() {
        return idOf(entity, model);
    }

    static Object idOf(Object entity, EntityModel model) {
        Object id = model.mapping().id().attribute().get(entity);
        boolean unset = model.mapping().id().attribute().type().isPrimitive()
                && model.mapping().id().generation().isGenerated()
                && ((Number) id).longValue() == 0;
        return unset ? null : id;
    }

    boolean is(Phase other) {
        return phase == other;
    }

    /** The application is about to read an attribute. */
    void beforeGet(String attribute) {
        fill();
        model.relation(attribute).filter(this::isUnread).ifPresent(this::loadReference);
    }

    /** The application is about to set an attribute: what it replaces is read by the flush. */
    void beforeSet(String attribute) {
        fill();
        model.relation(attribute).filter(this::isUnread).ifPresent(assigned::add);
    }

    /** Reads the row of a hollow entity. */
    void fill() {
        if (phase == Phase.HOLLOW) {
            reader.fill(this);
        }
    }

    boolean isLoaded(Relation relation) {
        return phase != Phase.HOLLOW && !isUnread(relation) && isLoadedValue(value(relation));
    }

    static boolean isLoadedValue(Object value) {
        if (value instanceof LazyList list) {
            return list.isLoaded();
        }
        Entry target = LazyTypes.entryOf(value);
        return target == null || !target.is(Phase.HOLLOW);
    }

    Collection<?> members(Relation relation) {
        return phase == Phase.HOLLOW ? List.of() : membersOf(value(relation));
    }

    static Collection<?> membersOf(Object value) {
        if (value instanceof LazyList list) {
            return list.content();
        }
        if (value instanceof Collection<?> members) {
            return members;
        }
        return value == null ? List.of() : List.of(value);
    }

    Collection<?> load(Relation relation) {
        fill();
        if (value(relation) instanceof LazyList list) {
            list.load();
        } else if (isUnread(relation)) {
            loadReference(relation);
        } else if (relation.keySide() == KeySide.SOURCE && value(relation) != null) {
            Object target = reader.initialize(value(relation));
            return target == null ? List.of() : List.of(target);
        }
        return members(relation);
    }

    boolean mayHaveChanged(Relation relation) {
        if (phase != Phase.LOADED) {
            return false;
        }
        Object value = value(relation);
        Before known = before.get(relation);
        if (value != known.value() || assigned.contains(relation)) {
            return true;
        }
        if (value instanceof LazyList list) {
            return list.isChanged();
        }
        return value instanceof Collection<?> members && !LazyList.isSame(members, known.members());
    }

    Collection<?> before(Relation relation) {
        Before known = before.get(relation);
        if (known.value() instanceof LazyList list) {
            if (value(relation) != list) {
                list.load();
            }
            return list.before();
        }
        return known.members() == null ? reader.members(this, relation) : known.members();
    }

    /** The database has what the relations hold now. */
    void inStep() {
        for (Relation relation : model.relations()) {
            if (!isUnread(relation)) {
                inStep(relation);
            }
        }
    }

    private void inStep(Relation relation) {
        Object value = value(relation);
        if (value instanceof LazyList list) {
            list.inStep();
        }
        assigned.remove(relation);
        before.put(relation, new Before(value, Collections.unmodifiableList(new ArrayList<>(membersOf(value)))));
    }

    /** Of an inverse one-to-one only a SELECT tells whether there is one. */
    void unread(Relation relation) {
        relation.attribute().set(entity, null);
        assigned.remove(relation);
        before.put(relation, new Before(null, null));
    }

    private boolean isUnread(Relation relation) {
        Before known = before.get(relation);
        return known != null && known.members() == null && !assigned.contains(relation);
    }

    private void loadReference(Relation relation) {
        Collection<?> found = reader.members(this, relation);
        relation.attribute()
                .set(entity, found.isEmpty() ? null : found.iterator().next());
        inStep(relation);
    }

    private Object value(Relation relation) {
        return relation.attribute().get(entity);
    }

    private record Before(Object value, List<?> members) {}
}
