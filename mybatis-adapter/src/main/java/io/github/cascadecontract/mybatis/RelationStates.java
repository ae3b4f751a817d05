package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the states of all relations of an entity, in the order of its model. */
final class RelationStates {
    private final ManagedEntity managed;
    private final PersistenceContext context;

    private RelationStates(ManagedEntity managed, PersistenceContext context) {
        this.managed = managed;
        this.context = context;
    }

    /** Of an entity whose row was read: what is in other rows is not loaded. */
    static List<RelationState> unloaded(ManagedEntity managed, PersistenceContext context) {
        RelationStates states = new RelationStates(managed, context);
        List<RelationState> all = new ArrayList<>();
        for (Relation relation : managed.table().model().relations()) all.add(states.unloaded(relation));
        return all;
    }

    /** Of an entity whose row was read again: changes are forgotten, what is in other rows is not loaded any more. */
    static List<RelationState> again(ManagedEntity managed, PersistenceContext context) {
        RelationStates states = new RelationStates(managed, context);
        List<RelationState> all = new ArrayList<>();
        for (Relation relation : managed.table().model().relations()) all.add(states.again(relation));
        return all;
    }

    /** Of an entity whose row was inserted: the database has what it holds. */
    static List<RelationState> given(ManagedEntity managed, PersistenceContext context) {
        RelationStates states = new RelationStates(managed, context);
        List<RelationState> all = new ArrayList<>();
        for (Relation relation : managed.table().model().relations()) all.add(states.given(relation));
        return all;
    }

    private RelationState unloaded(Relation relation) {
        Object entity = managed.entity();
        if (relation.isCollection()) return CollectionState.lazy(entity, relation.attribute(), lazy(relation));
        return relation.keySide() == KeySide.SOURCE
                ? new ReferenceState(entity, relation.attribute(), context)
                : InverseReferenceState.unloaded(entity, relation.attribute(), selecting(relation));
    }

    private RelationState again(Relation relation) {
        RelationState last = managed.relation(relation);
        if (last instanceof CollectionState collection && collection.unload()) return last;
        if (LazyTypes.isInverseOneToOne(relation)) relation.attribute().set(managed.entity(), null);
        return unloaded(relation);
    }

    private RelationState given(Relation relation) {
        Object entity = managed.entity();
        if (relation.isCollection()) return CollectionState.given(entity, relation.attribute());
        return relation.keySide() == KeySide.SOURCE
                ? new ReferenceState(entity, relation.attribute(), context)
                : InverseReferenceState.loaded(entity, relation.attribute(), selecting(relation));
    }

    private LazyCollection lazy(Relation relation) {
        Class<?> type = relation.attribute().type();
        if (type == Map.class) return new LazyMap(Members.requiredKeyOf(relation), selecting(relation));
        return type == Set.class ? new LazySet(selecting(relation)) : new LazyList(selecting(relation));
    }

    private Supplier<Collection<?>> selecting(Relation relation) {
        return () -> context.select(managed, relation);
    }
}
