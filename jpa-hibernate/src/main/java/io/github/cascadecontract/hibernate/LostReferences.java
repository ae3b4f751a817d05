package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * References to rows that a flush deleted and whose keys the database set to NULL. To Hibernate what they name is a new
 * object, and it refuses the next flush for it.
 */
final class LostReferences {
    private final SessionEntities entities;
    private final Set<Object> removed;

    /** Looks for references to entities that are compared by identity. */
    LostReferences(SessionEntities entities, Set<Object> removed) {
        this.entities = entities;
        this.removed = removed;
    }

    /** Brings the references in step with their rows. */
    void settle() {
        if (removed.isEmpty()) return;
        List<Runnable> settlements = new ArrayList<>();
        for (Object entity : entities.withRows())
            if (entities.isGoverned(entity)) find(entity, entities.mapped(entity), settlements);
        settlements.forEach(Runnable::run);
    }

    private void find(Object entity, MappedEntity mapped, List<Runnable> settlements) {
        for (Relation relation : mapped.model().relations()) {
            if (!isNulled(relation) || mapped.isInId(relation)) continue;
            boolean unread = mapped.lazy().isUnread(entity, mapped.position(relation));
            if (!unread && isRemoved(mapped.value(entity, relation)))
                settlements.add(() -> entities.settle(entity, relation, null));
        }
    }

    private static boolean isNulled(Relation relation) {
        if (relation.keySide() != KeySide.SOURCE) return false;
        return relation.key().onDelete().orElse(ReferentialAction.SET_NULL) == ReferentialAction.SET_NULL;
    }

    private boolean isRemoved(@Nullable Object reference) {
        if (reference == null) return false;
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(reference);
        if (proxy == null) return removed.contains(reference);
        return !proxy.isUninitialized() && removed.contains(proxy.getImplementation());
    }
}
