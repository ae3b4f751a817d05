package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.Presence;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * References of a new entity to entities that are made managed after it. Hibernate would ask the database for each of them
 * whether it has a row; meanwhile it does not see them. The flush writes what they hold then.
 */
final class HeldReferences {
    private final SessionEntities entities;
    private final Object entity;
    private final Map<Relation, Object> held = new LinkedHashMap<>();

    HeldReferences(SessionEntities entities, Object entity) {
        this.entities = entities;
        this.entity = entity;
    }

    void hold() {
        MappedEntity mapped = entities.mapped(entity);
        for (Relation relation : mapped.model().relations()) {
            if (relation.keySide() != KeySide.SOURCE || relation.mapping().isPartOfId()) continue;
            Object target = mapped.value(entity, relation);
            if (target == null || entities.presenceOf(entities.resolve(target)) != Presence.NEW) continue;
            held.put(relation, target);
            entities.set(entity, relation, null);
        }
    }

    void giveBack() {
        held.forEach((relation, target) -> entities.set(entity, relation, target));
    }
}
