package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads how a collection is ordered or keyed. */
final class CollectionReader {
    private final Consumer<Refusal> problems;

    CollectionReader(Consumer<Refusal> problems) {
        this.problems = problems;
    }

    CollectionMapping read(MappedAttribute attribute, String where) {
        Class<?> type = attribute.local().type();
        if (type.isArray()) refuse(where, "it is an array", "Use List, Set, Collection or Map.");
        boolean isMap = Map.class.isAssignableFrom(type);
        if (isMap) refuseKeys(attribute, where);
        OrderBy orderBy = attribute.annotation(OrderBy.class);
        return new CollectionMapping(
                type,
                orderBy == null ? null : orderBy.value(),
                orderColumn(attribute),
                isMap ? mapKey(attribute) : null);
    }

    static @Nullable String orderColumn(MappedAttribute attribute) {
        OrderColumn column = attribute.annotation(OrderColumn.class);
        if (column == null) return null;
        return column.name().isEmpty() ? attribute.local().name() + "_ORDER" : column.name();
    }

    private static String mapKey(MappedAttribute attribute) {
        MapKey key = attribute.annotation(MapKey.class);
        return key == null ? "" : key.name();
    }

    private void refuseKeys(MappedAttribute attribute, String where) {
        if (attribute.has(MapKey.class)) return;
        boolean byEntity = attribute.local().element().getAnnotationsByType(MapKeyJoinColumn.class).length > 0;
        String fact = byEntity
                ? "the keys of its map are entities of their own, which the contract does not follow"
                : "the keys of its map are in a column of their own, which nobody writes when a child moves";
        refuse(where, fact, "Use @MapKey with an attribute of the target, or a List or Set.");
    }

    private void refuse(String where, String fact, String remedy) {
        problems.accept(new Refusal(where, Rule.DEC_5, fact, remedy));
    }
}
