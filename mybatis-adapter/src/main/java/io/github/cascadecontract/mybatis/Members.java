package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.CollectionMapping;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the value of a relation to many holds, be it a collection or a map. */
final class Members {
    private Members() {}

    static Collection<? extends @Nullable Object> of(@Nullable Object value) {
        if (value == null) return List.of();
        return value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
    }

    /** The attribute of a member that is its key in the map; null if the map's keys are something else. */
    static @Nullable Attribute keyOf(Relation relation) {
        CollectionMapping collection = relation.mapping().collection();
        String name = collection == null ? null : collection.mapKey();
        if (name == null) return null;
        EntityMapping target = relation.target().mapping();
        List<Attribute> ids = target.ids().stream().map(IdMapping::attribute).toList();
        if (name.isEmpty()) return ids.size() == 1 ? ids.get(0) : null;
        return Stream.concat(ids.stream(), target.basics().stream().map(BasicMapping::attribute))
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The same where it was checked when the factory was built. */
    static Attribute requiredKeyOf(Relation relation) {
        return Objects.requireNonNull(keyOf(relation), "checked when the factory was built");
    }
}
