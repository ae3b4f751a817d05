package io.github.cascadecontract.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How entities of one class are identified: the columns, and the object that stands for their values. That object is the
 * value itself where the id is one basic attribute, else an instance of the embeddable or id class. For an id that is
 * derived from one relation alone it is the target's id.
 */
public final class EntityId {
    private final Class<?> type;
    private final @Nullable Attribute attribute;
    private final List<Part> parts;
    private final List<IdMapping> columns;

    /**
     * Makes an id.
     *
     * @param type class of the id object
     * @param attribute the attribute that holds the whole id object, null if the entity has none
     */
    EntityId(Class<?> type, @Nullable Attribute attribute, List<Part> parts) {
        this.type = type;
        this.attribute = attribute;
        this.parts = List.copyOf(parts);
        this.columns = parts.stream().map(Part::mapping).toList();
    }

    /**
     * One column of an id.
     *
     * @param mapping attribute of the entity and column
     * @param path where the id object holds the value, null if it is the value
     */
    record Part(IdMapping mapping, @Nullable Attribute path) {}

    /** The class of the id object; of a primitive id the wrapper. */
    public Class<?> type() {
        return type;
    }

    /** The columns in their order; keys that refer to the entity are told in the same order. */
    public List<IdMapping> columns() {
        return columns;
    }

    /** The classes of the column values, in the order of the columns; wrappers for primitive types. */
    public List<Class<?>> columnTypes() {
        List<Class<?>> types = new ArrayList<>();
        for (Part part : parts)
            types.add(Primitives.wrap(part.mapping().attribute().type()));
        return types;
    }

    /** Whether the id is one value and not an object with attributes. */
    public boolean isBasic() {
        return parts.size() == 1 && parts.get(0).path() == null;
    }

    /** Whether something else than the application gives the id, or a part of it. */
    public boolean isGenerated() {
        return parts.stream().anyMatch(part -> part.mapping().generation().isGenerated());
    }

    /**
     * The id that the state of an entity tells. Not for an unloaded proxy, whose state is empty.
     *
     * @return null unless all parts are given; 0 of a primitive type that is generated is not given
     */
    public @Nullable Object idOf(Object entity) {
        List<Object> values = new ArrayList<>();
        for (Part part : parts) {
            Object value = part.mapping().attribute().get(entity);
            if (value == null || isUngiven(part.mapping(), value)) return null;
            values.add(value);
        }
        return attribute == null ? of(values) : attribute.get(entity);
    }

    private static boolean isUngiven(IdMapping mapping, Object value) {
        boolean mayBeZero =
                mapping.generation().isGenerated() && mapping.attribute().type().isPrimitive();
        return mayBeZero && value instanceof Number number && number.longValue() == 0;
    }

    /**
     * The id object for column values.
     *
     * @param values one per column, in the order of the columns
     * @throws IllegalArgumentException if their number is not that of the columns
     */
    public Object of(List<?> values) {
        if (values.size() != parts.size())
            throw new IllegalArgumentException("%d values for %s".formatted(values.size(), this));
        if (isBasic()) return values.get(0);
        Object id = ValueObjects.make(type);
        for (int i = 0; i < parts.size(); i++)
            id = ValueObjects.with(id, Objects.requireNonNull(parts.get(i).path()), values.get(i));
        return id;
    }

    /**
     * The column values of an id object, in the order of the columns.
     *
     * @throws IllegalArgumentException if the object is not an id of this type, or a part of it is null
     */
    public List<Object> valuesOf(Object id) {
        List<Object> values = new ArrayList<>();
        for (Part part : parts) {
            Object value = valueOf(id, part.path());
            if (value == null)
                throw new IllegalArgumentException(
                        "%s of an id is null".formatted(part.mapping().column()));
            values.add(value);
        }
        return values;
    }

    private @Nullable Object valueOf(Object id, @Nullable Attribute path) {
        if (path == null) return id;
        if (!type.isInstance(id))
            throw new IllegalArgumentException(
                    "a %s is not an id of type %s".formatted(id.getClass().getName(), type.getName()));
        return path.get(id);
    }

    List<Part> parts() {
        return parts;
    }

    @Override
    public String toString() {
        return type.getSimpleName() + columns.stream().map(IdMapping::column).toList();
    }
}
