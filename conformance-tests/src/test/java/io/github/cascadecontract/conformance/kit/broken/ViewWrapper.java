package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.Collection;

/** Answers as it should be; a fault overrides one method. */
class ViewWrapper implements PersistenceView {
    final PersistenceView good;

    ViewWrapper(PersistenceView good) {
        this.good = good;
    }

    @Override
    public Object resolve(Object entity) {
        return good.resolve(entity);
    }

    @Override
    public Presence presenceOf(Object entity) {
        return good.presenceOf(entity);
    }

    @Override
    public Iterable<?> managed() {
        return good.managed();
    }

    @Override
    public Collection<?> pending() {
        return good.pending();
    }

    @Override
    public boolean mayHaveChanged(Object entity, Relation relation) {
        return good.mayHaveChanged(entity, relation);
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        return good.isLoaded(entity, relation);
    }

    @Override
    public Collection<?> members(Object entity, Relation relation) {
        return good.members(entity, relation);
    }

    @Override
    public Collection<?> load(Object entity, Relation relation) {
        return good.load(entity, relation);
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        return good.before(entity, relation);
    }

    @Override
    public Object initialize(Object reference) {
        return good.initialize(reference);
    }

    @Override
    public Object find(EntityModel entity, Object id) {
        return good.find(entity, id);
    }

    @Override
    public Object idOf(Object entity) {
        return good.idOf(entity);
    }

    @Override
    public Object parentIdInRow(ForeignKey key, Object child) {
        return good.parentIdInRow(key, child);
    }

    @Override
    public Object childIdInRow(ForeignKey key, Object parent) {
        return good.childIdInRow(key, parent);
    }

    @Override
    public CountedRemoval count(RemovalOutline outline) {
        return good.count(outline);
    }
}
