package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.error.IntegrityViolationException.Violation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.entity.EntityPersister;

/** Objects that are not managed but have a row. */
final class DetachedObjects {
    private final SessionEntities entities;

    DetachedObjects(SessionEntities entities) {
        this.entities = entities;
    }

    /** Whether the object has a row although it is not managed; the database is asked if nothing else tells. */
    boolean contains(Object entity) {
        Presence presence = entities.presenceOf(entity);
        if (presence != Presence.NEW || !entities.isUndecided(entity)) return presence == Presence.DETACHED;
        EntityPersister persister = entities.mapped(entity).persister();
        Object id = persister.getIdentifier(entity, entities.session());
        boolean hasRow = id != null && entities.context().getDatabaseSnapshot(id, persister) != null;
        if (hasRow) entities.detached(entity);
        return hasRow;
    }

    /** What a detached object has loaded was managed with it, whether the ids tell or not. */
    void rememberLoaded(Object root) {
        RelationValues values = new RelationValues(entities);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object entity = open.remove();
            if (entities.isManaged(entity) || !Hibernate.isInitialized(entity) || !seen.add(entity)) continue;
            entities.detached(entity);
            for (Relation relation : entities.mapped(entity).model().relations())
                for (Object member : values.members(entity, relation))
                    if (member != null) open.add(entities.resolve(member));
        }
    }

    /** Makes a detached entity managed as it is, so that Hibernate can delete its row. */
    void reattach(Object entity) {
        EntityPersister persister = entities.mapped(entity).persister();
        Object id = persister.getIdentifier(entity, entities.session());
        EntityKey key = entities.session().generateEntityKey(id, persister);
        Object version = persister.getVersion(entity);
        Object[] state = persister.getValues(entity);
        entities.context()
                .addEntity(entity, Status.MANAGED, state, key, version, LockMode.NONE, true, persister, false);
        persister.afterReassociate(entity, entities.session());
    }

    /** The error for an object that is persisted while another one is managed with its id. */
    CascadeException refuseSecond(Object entity) {
        EntityModel model = entities.mapped(entity).model();
        if (entities.presenceOf(entity) == Presence.DETACHED)
            return new DetachedEntityException(new Refusal(
                    model.name(),
                    Rule.PER_4,
                    "a detached entity was given to persist while another object is managed with its id",
                    "Merge it, or persist a new object."));
        String table = model.mapping().table().name();
        return new IntegrityViolationException(new Violation(Kind.UNIQUE, table, null, null), null);
    }
}
