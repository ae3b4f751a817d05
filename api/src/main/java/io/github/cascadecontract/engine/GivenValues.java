package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a given object that merge copies (rule MER-1). */
final class GivenValues {
    private GivenValues() {}

    /** All attributes that are not relations: id, version and values. */
    static List<Attribute> attributes(EntityModel model) {
        List<Attribute> all = new ArrayList<>(ids(model));
        BasicMapping version = model.mapping().version();
        if (version != null) all.add(version.attribute());
        all.addAll(model.mapping().values());
        return all;
    }

    /** What differs from the managed entity. */
    static Map<Attribute, @Nullable Object> changes(GivenEntity given) {
        Map<Attribute, @Nullable Object> changes = new LinkedHashMap<>();
        for (Attribute attribute : given.model().mapping().values()) {
            if (!given.scope().includes(attribute)) continue;
            Object value = attribute.get(given.object());
            if (value == null && isCollection(attribute)) continue;
            if (!Objects.deepEquals(value, attribute.get(given.target()))) changes.put(attribute, value);
        }
        return changes;
    }

    /** Everything that a new row needs: the id, where the application assigns it, and the values in scope. */
    static Map<Attribute, @Nullable Object> ofNew(GivenEntity given) {
        Map<Attribute, @Nullable Object> all = new LinkedHashMap<>();
        for (Attribute id : ids(given.model())) all.put(id, id.get(given.object()));
        all.putAll(changes(given));
        return all;
    }

    /** What a relation gives follows it. */
    private static List<Attribute> ids(EntityModel model) {
        return model.mapping().ids().stream()
                .map(IdMapping::attribute)
                .filter(id -> model.relations().stream()
                        .noneMatch(relation -> id.name().startsWith(relation.name() + ".")))
                .toList();
    }

    /** Null in the place of a collection says nothing (rule MER-2). */
    private static boolean isCollection(Attribute attribute) {
        return Collection.class.isAssignableFrom(attribute.type()) || Map.class.isAssignableFrom(attribute.type());
    }
}
