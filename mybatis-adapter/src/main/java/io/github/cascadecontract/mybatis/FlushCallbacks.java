package io.github.cascadecontract.mybatis;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PreUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The lifecycle callbacks of one flush: each entity that is written gets those of one event, also where it takes two
 * statements. Those that come after a statement are called when all have been sent.
 */
final class FlushCallbacks {
    private final PersistenceContext context;
    private final Set<Object> inserted = identitySet();
    private final Set<Object> updated = identitySet();
    private final List<Object> updates = new ArrayList<>();
    private final FlushWork work;

    FlushCallbacks(PersistenceContext context, FlushWork work) {
        this.context = context;
        this.work = work;
        work.inserts().forEach(step -> inserted.add(step.entity()));
    }

    /** The row of a managed entity is going to be updated; tells whether a callback may have changed the entity. */
    boolean beforeUpdate(Object entity) {
        if (inserted.contains(entity) || work.isGoing(entity) || !updated.add(entity)) return false;
        updates.add(entity);
        return context.call(PreUpdate.class, entity);
    }

    /** Everything is written. */
    void afterwards() {
        work.inserts().forEach(step -> context.call(PostPersist.class, step.entity()));
        updates.forEach(entity -> context.call(PostUpdate.class, entity));
        work.earlyRemovals().forEach(entity -> context.call(PostRemove.class, entity));
        work.removals().forEach(entity -> context.call(PostRemove.class, entity));
    }

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
