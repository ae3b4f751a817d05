package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the engine may ask of a session, answered from Hibernate's persistence context. */
final class SessionView implements PersistenceView {
    private final SessionEntities entities;
    private final RelationValues values;
    private final RowQuestions rows;

    SessionView(SessionEntities entities) {
        this.entities = entities;
        this.values = new RelationValues(entities);
        this.rows = new RowQuestions(entities);
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

    @Override
    public @Nullable Object find(EntityModel entity, Object id) {
        return entities.find(entity, id);
    }

    @Override
    public @Nullable Object idOf(Object entity) {
        return entities.givenIdOf(entity);
    }

    @Override
    public @Nullable Object parentIdInRow(ForeignKey key, Object child) {
        return rows.parentIdInRow(key, child);
    }

    @Override
    public @Nullable Object childIdInRow(ForeignKey key, Object parent) {
        return rows.childIdInRow(key, parent);
    }

    @Override
    public CountedRemoval count(RemovalOutline outline) {
        return rows.count(outline);
    }
}
