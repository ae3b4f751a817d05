package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.List;

/** The part of an id that a new entity takes from the entities that it refers to ({@code @MapsId}). */
final class DerivedId {
    private final PersistenceContext context;
    private final ManagedEntity entity;

    DerivedId(PersistenceContext context, ManagedEntity entity) {
        this.context = context;
        this.entity = entity;
    }

    void take() {
        for (OwnKey key : entity.table().ownKeys()) if (key.relation().mapping().isPartOfId()) take(key);
    }

    private void take(OwnKey key) {
        Relation relation = key.relation();
        Object target = relation.attribute().get(entity.entity());
        Object targetKey = target == null ? null : context.idOf(target);
        if (targetKey == null) return;
        List<Object> parts = key.target().parts(targetKey);
        List<String> names = relation.key().columns();
        for (int i = 0; i < names.size(); i++) set(names.get(i), parts.get(i));
        entity.readId();
    }

    private void set(String column, Object part) {
        for (Column id : entity.table().id().columns())
            if (id.sql().name().equals(column)) id.attribute().set(entity.entity(), part);
    }
}
