package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Says what the adapter does not take about the id of an entity. */
final class IdCheck {
    private static final Set<Class<?>> NUMBERED =
            Set.of(Long.class, long.class, Integer.class, int.class, Short.class, short.class);
    private static final Set<Class<?>> RANDOM = Set.of(UUID.class, String.class);

    private final EntityModel entity;
    private final ColumnTypes types;
    private final List<String> problems = new ArrayList<>();

    IdCheck(EntityModel entity, ColumnTypes types) {
        this.entity = entity;
        this.types = types;
    }

    List<String> problems() {
        List<IdMapping> ids = entity.mapping().ids();
        ids.forEach(this::check);
        if (ids.size() > 1 && entity.mapping().identity().isGenerated())
            problems.add(entity.name() + ": a composite id of which a part is generated");
        return problems;
    }

    private void check(IdMapping id) {
        ColumnType type = types.of(id.attribute());
        if (type == null || !type.isSetWise()) refuse(id, "an id of type " + nameOfType(id));
        if (ColumnTypes.isConverted(id.attribute())) refuse(id, "an id with a converter");
        if (id.generation() == IdGeneration.PROVIDER)
            refuse(id, "generated otherwise than by IDENTITY, UUID, or SEQUENCE with a @SequenceGenerator");
        else if (id.generation().isGenerated()
                && !generated(id).contains(id.attribute().type()))
            refuse(id, "a generated id of type " + nameOfType(id));
    }

    private static Set<Class<?>> generated(IdMapping id) {
        return id.generation() == IdGeneration.UUID ? RANDOM : NUMBERED;
    }

    private static String nameOfType(IdMapping id) {
        return id.attribute().type().getName();
    }

    private void refuse(IdMapping id, String feature) {
        problems.add(entity.name() + "." + id.attribute().name() + ": " + feature);
    }
}
