package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the looking steps of a scenario saw; a second look at the same thing ends in an apostrophe. */
final class Looks {
    private static final String KEY_SUFFIX = "_id";

    private final GeneratedModel model;
    private final Map<String, @Nullable Object> seen = new LinkedHashMap<>();

    Looks(GeneratedModel model) {
        this.model = model;
    }

    Map<String, @Nullable Object> seen() {
        return seen;
    }

    void saw(String what, @Nullable Object value) {
        String name = what;
        while (seen.containsKey(name)) {
            name += "'";
        }
        seen.put(name, value);
    }

    /** The ids that a collection holds, in order; reading them loads it. */
    List<Object> ids(EntityType type, Object entity, String attribute) {
        EntityType target = model.type(type.relation(attribute).orElseThrow().target());
        if (!(type.get(entity, attribute) instanceof Collection<?> elements)) {
            return List.of();
        }
        return elements.stream()
                .filter(Objects::nonNull)
                .map(element -> plain(target.id(element)))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    /** A column's value; of a reference, or of its key column, the id. */
    @Nullable
    Object value(EntityType type, Object entity, String column) {
        Optional<RelationSetting> relation = type.relation(column).or(() -> overColumn(type, column));
        if (relation.isEmpty()) {
            return plain(type.get(entity, column));
        }
        Object target = type.get(entity, relation.get().attribute());
        return target == null ? null : plain(model.type(relation.get().target()).id(target));
    }

    private static Optional<RelationSetting> overColumn(EntityType type, String column) {
        String key = type.table().table() + "." + column;
        return column.endsWith(KEY_SUFFIX)
                ? type.relations().stream()
                        .filter(relation ->
                                relation.holdsKey() && relation.over().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }
}
