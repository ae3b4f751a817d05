package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Remembers what the steps set on the objects that they made: that alone is given to a merge (rule MER-3). */
final class GivenValues {
    private static final String ID = "id";

    private final GeneratedModel model;
    private final Map<Object, Set<String>> set = new IdentityHashMap<>();

    GivenValues(GeneratedModel model) {
        this.model = model;
    }

    /** A step has made an object. */
    void made(Object object) {
        set.put(object, new TreeSet<>());
    }

    /** A step has set an attribute; of objects that no step made it is of no interest. */
    void set(Object object, String attribute) {
        Set<String> attributes = set.get(object);
        if (attributes != null) {
            attributes.add(attribute);
        }
    }

    /** Returns the paths of all that was set on an object and, below its relations, on the objects that they hold. */
    List<String> paths(Object object, EntityType type) {
        Set<String> paths = new TreeSet<>();
        collect("", object, type, paths);
        return List.copyOf(paths);
    }

    private void collect(String prefix, Object object, EntityType type, Set<String> paths) {
        for (String attribute : set.getOrDefault(object, Set.of())) {
            if (type.relation(attribute).isPresent()) {
                collectBelow(
                        prefix + attribute, object, type.relation(attribute).get(), paths);
            } else if (!attribute.equals(ID)) {
                paths.add(prefix + attribute);
            }
        }
    }

    /** A relation that holds nothing, or something that no step made, is given as a whole; members with nothing but an id as such. */
    private void collectBelow(String path, Object object, RelationSetting relation, Set<String> paths) {
        EntityType target = model.type(relation.target());
        List<Object> members = members(object, relation);
        if (members.isEmpty() || !set.keySet().containsAll(members)) {
            paths.add(path);
            return;
        }
        Set<String> below = new TreeSet<>();
        members.forEach(member -> collect(path + ".", member, target, below));
        paths.addAll(below.isEmpty() ? Set.of(path + "." + ID) : below);
    }

    private List<Object> members(Object object, RelationSetting relation) {
        Object value = model.type(relation.entity()).get(object, relation.attribute());
        if (value instanceof Collection<?> elements) {
            return elements.stream()
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
        }
        return value == null ? List.of() : List.of(value);
    }
}
