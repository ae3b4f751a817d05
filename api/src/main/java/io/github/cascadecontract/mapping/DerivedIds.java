package io.github.cascadecontract.mapping;

import io.github.cascadecontract.mapping.EntityId.Part;
import jakarta.persistence.MapsId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ids, or parts of them, that an entity takes from the entities that it refers to. */
final class DerivedIds {
    private final IdReader ids;
    private final Class<?> entity;
    private final List<MappedAttribute> mapping;

    DerivedIds(IdReader ids, Class<?> entity, List<MappedAttribute> attributes) {
        this.ids = ids;
        this.entity = entity;
        this.mapping = attributes.stream()
                .filter(attribute -> attribute.has(MapsId.class))
                .toList();
    }

    Class<?> targetOf(MappedAttribute relation) {
        Class<?> target = RelationReader.targetOf(relation);
        return target == null ? Object.class : target;
    }

    /** The columns that a relation with {@code @Id} brings. */
    List<Part> parts(MappedAttribute relation, @Nullable Attribute path) {
        List<Part> found = new ArrayList<>();
        List<String> columns = columnsOf(relation);
        List<Part> target = ids.of(targetOf(relation)).parts();
        for (int i = 0; i < Math.min(target.size(), columns.size()); i++) {
            Part part = target.get(i);
            Attribute attribute = new ReferencedIdAttribute(
                    relation.attribute(), part.mapping().attribute());
            IdMapping id = new IdMapping(attribute, columns.get(i), IdGeneration.ASSIGNED, null);
            found.add(new Part(id, path(path, part.path())));
        }
        return found;
    }

    private static @Nullable Attribute path(@Nullable Attribute outer, @Nullable Attribute inner) {
        if (outer == null) return inner;
        return inner == null ? outer : new NestedAttribute(outer, inner);
    }

    /**
     * The column of an id attribute: that of the relation that maps it, else its own.
     *
     * @param path the attribute's place in the id object, empty if it is the whole id
     */
    String columnOf(MappedAttribute attribute, String path) {
        for (MappedAttribute relation : mapping) {
            String mapped =
                    Objects.requireNonNull(relation.annotation(MapsId.class)).value();
            List<String> columns = columnsOf(relation);
            if (path.equals(mapped) || (mapped.isEmpty() && columns.size() == 1)) return columns.get(0);
            String rest =
                    mapped.isEmpty() ? path : path.startsWith(mapped + ".") ? path.substring(mapped.length() + 1) : "";
            int position = positionIn(ids.of(targetOf(relation)), rest);
            if (position >= 0) return columns.get(position);
        }
        return attribute.columnName();
    }

    private static int positionIn(EntityId target, String path) {
        List<Part> parts = target.parts();
        for (int i = 0; i < parts.size(); i++) {
            Attribute part = parts.get(i).path();
            if (part != null && part.name().equals(path)) return i;
        }
        return -1;
    }

    private List<String> columnsOf(MappedAttribute relation) {
        return ids.keys().namesOf(relation, entity, targetOf(relation));
    }
}
