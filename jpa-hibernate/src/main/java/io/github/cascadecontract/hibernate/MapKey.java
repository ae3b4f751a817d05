package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.CollectionMapping;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The key under which a relation's map holds a member. */
final class MapKey {
    private final SessionEntities entities;
    private final Relation relation;

    MapKey(SessionEntities entities, Relation relation) {
        this.entities = entities;
        this.relation = relation;
    }

    @Nullable
    Object of(Object member) {
        CollectionMapping mapping = relation.mapping().collection();
        String name = mapping == null ? null : mapping.mapKey();
        if (name == null || name.isEmpty()) return entities.givenIdOf(member);
        return attributes(entities.mapped(member).model())
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .map(attribute -> attribute.get(member))
                .orElse(null);
    }

    private static Stream<Attribute> attributes(EntityModel model) {
        return Stream.concat(
                model.mapping().values().stream(),
                model.mapping().ids().stream().map(IdMapping::attribute));
    }
}
