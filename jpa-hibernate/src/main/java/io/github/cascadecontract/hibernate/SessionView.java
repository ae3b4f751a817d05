package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the engine may ask of a session, answered from Hibernate's persistence context. */
final class SessionView implements PersistenceView {
    private final SessionEntities entities;
    private final RelationValues values;

    SessionView(SessionEntities entities) {
        this.entities = entities;
        this.values = new RelationValues(entities);
    }

    @Override
    public Object resolve(Object entity) {
        return entities.resolve(entity);
    }

    @Override
    public Presence presenceOf(Object entity) {
        return entities.presenceOf(entity);
    }

    @Override
    public Iterable<?> managed() {
        return entities.withRows();
    }

    @Override
    public Collection<?> pending() {
        return entities.withoutRows();
    }

    @Override
    public boolean mayHaveChanged(Object entity, Relation relation) {
        return values.mayHaveChanged(entity, relation);
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        return values.isLoaded(entity, relation);
    }

    @Override
    public Collection<? extends @Nullable Object> members(Object entity, Relation relation) {
        return values.members(entity, relation);
    }

    @Override
    public Collection<? extends @Nullable Object> load(Object entity, Relation relation) {
        return values.load(entity, relation);
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        return values.before(entity, relation);
    }

    @Override
    public @Nullable Object initialize(Object reference) {
        return entities.initialize(reference);
    }
}
