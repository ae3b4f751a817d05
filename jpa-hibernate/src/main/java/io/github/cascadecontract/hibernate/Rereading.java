package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import org.hibernate.LockOptions;
import org.hibernate.UnresolvableObjectException;
import org.hibernate.event.spi.RefreshEvent;
import org.jspecify.annotations.Nullable;

/** Reads one entity and the membership of its loaded relations again (rule REF-1). */
final class Rereading {
    private final SessionEntities entities;
    private final RelationValues values;
    private final RowQuestions rows;
    private final ProviderOperations provider;
    private final @Nullable Lock lock;

    private Rereading(SessionEntities entities, ProviderOperations provider, @Nullable Lock lock) {
        this.entities = entities;
        this.values = new RelationValues(entities);
        this.rows = new RowQuestions(entities);
        this.provider = provider;
        this.lock = lock;
    }

    /** A lock that the call of refresh asks for one entity. */
    record Lock(Object entity, LockOptions options) {}

    static Rereading unlocked(SessionEntities entities, ProviderOperations provider) {
        return new Rereading(entities, provider, null);
    }

    static Rereading locking(SessionEntities entities, ProviderOperations provider, Lock lock) {
        return new Rereading(entities, provider, lock);
    }

    void reread(Object entity) {
        Lock held = lock;
        reread(
                entity,
                held != null && held.entity() == entity
                        ? new RefreshEvent(entity, held.options(), entities.session())
                        : new RefreshEvent(entity, entities.session()));
    }

    /** Hibernate leaves every lazy relation of a refreshed entity unloaded. */
    private void reread(Object entity, RefreshEvent event) {
        List<Relation> loaded = entities.mapped(entity).model().relations().stream()
                .filter(relation -> isReadByItself(relation) && values.isLoaded(entity, relation))
                .toList();
        refresh(entity, event);
        loaded.forEach(relation -> read(entity, relation));
    }

    /** Hibernate may answer a one-to-one from its memory of the key instead of the row. */
    private void read(Object entity, Relation relation) {
        if (relation.isCollection()) values.load(entity, relation);
        else {
            Object id = rows.childIdInRow(relation.key(), entity);
            Object child = id == null ? null : entities.find(relation.target(), id);
            entities.setAsRead(entity, relation, child);
        }
    }

    private void refresh(Object entity, RefreshEvent event) {
        try {
            provider.refresh(event);
        } catch (UnresolvableObjectException gone) {
            throw new StaleEntityException(new Refusal(
                    entities.mapped(entity).model().name(),
                    Rule.REF_1,
                    "the row of the entity is gone",
                    "Treat the entity as removed by someone else."));
        }
    }

    /** A key in the entity's own row is read with the row. */
    private static boolean isReadByItself(Relation relation) {
        return relation.keySide() != KeySide.SOURCE;
    }
}
