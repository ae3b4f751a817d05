package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.EntityId.Part;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads ids, each class once: keys and derived ids of other classes ask for them as well. */
final class IdReader {
    private static final EntityId NONE = new EntityId(Object.class, null, List.of());

    private final Consumer<Refusal> problems;
    private final KeyColumns keys;
    private final Map<Class<?>, EntityId> known = new HashMap<>();
    private final Set<Class<?>> reading = new LinkedHashSet<>();
    private final Set<Class<?>> circles = new HashSet<>();

    IdReader(Consumer<Refusal> problems) {
        this.problems = problems;
        this.keys = new KeyColumns(this, problems);
    }

    KeyColumns keys() {
        return keys;
    }

    /** The id of an entity class, without columns if it has none (then a problem was reported). */
    EntityId of(Class<?> entity) {
        EntityId present = known.get(entity);
        if (present != null) return present;
        if (!reading.add(entity)) return circle(entity);
        EntityId id = read(entity);
        reading.remove(entity);
        known.put(entity, id);
        return id;
    }

    private EntityId read(Class<?> entity) {
        List<MappedAttribute> attributes = Flattening.ofHierarchy(entity);
        DerivedIds derived = new DerivedIds(this, entity, attributes);
        List<MappedAttribute> embedded = having(attributes, EmbeddedId.class);
        if (!embedded.isEmpty()) return embedded(entity, embedded.get(0), derived);
        List<MappedAttribute> ids = having(attributes, Id.class);
        Class<?> idClass = idClass(entity);
        if (ids.isEmpty()) return refuse(entity, "it has no id", "Annotate one attribute with @Id.");
        if (idClass != null) return ofClass(entity, idClass, ids, derived);
        if (ids.size() == 1) return single(entity, ids.get(0), derived);
        return refuse(entity, "it has several @Id attributes and no id class", "Add @IdClass, or use @EmbeddedId.");
    }

    private static List<MappedAttribute> having(
            List<MappedAttribute> attributes, Class<? extends Annotation> annotation) {
        return attributes.stream()
                .filter(attribute -> attribute.has(annotation))
                .toList();
    }

    static @Nullable Class<?> idClass(Class<?> entity) {
        for (Class<?> type : ClassAttributes.mappedHierarchy(entity)) {
            IdClass declared = type.getAnnotation(IdClass.class);
            if (declared != null) return declared.value();
        }
        return null;
    }

    private EntityId single(Class<?> entity, MappedAttribute attribute, DerivedIds derived) {
        if (RelationReader.isRelation(attribute.local())) {
            EntityId target = of(derived.targetOf(attribute));
            return new EntityId(target.type(), null, derived.parts(attribute, null));
        }
        Part part = new Part(IdParts.of(attribute, derived.columnOf(attribute, ""), entity), null);
        return new EntityId(Primitives.wrap(attribute.local().type()), attribute.attribute(), List.of(part));
    }

    private EntityId embedded(Class<?> entity, MappedAttribute attribute, DerivedIds derived) {
        List<Part> parts = new ArrayList<>();
        AccessType access = ClassAttributes.accessOf(entity);
        int prefix = attribute.name().length() + 1;
        for (MappedAttribute leaf : Flattening.ofEmbedded(attribute, access)) {
            String path = leaf.name().substring(prefix);
            Attribute inObject = IdParts.below(leaf.attribute(), attribute.attribute());
            parts.add(new Part(IdParts.of(leaf, derived.columnOf(leaf, path), entity), inObject));
        }
        return new EntityId(attribute.local().type(), attribute.attribute(), parts);
    }

    private EntityId ofClass(Class<?> entity, Class<?> idClass, List<MappedAttribute> ids, DerivedIds derived) {
        List<Part> parts = new ArrayList<>();
        for (MappedAttribute attribute : ids) {
            Attribute path = IdParts.find(idClass, attribute.name(), ClassAttributes.accessOf(entity));
            if (path == null)
                return refuse(
                        entity,
                        "its id class %s has no attribute '%s'".formatted(idClass.getName(), attribute.name()),
                        "Give both the same attributes.");
            if (RelationReader.isRelation(attribute.local())) parts.addAll(derived.parts(attribute, path));
            else
                parts.add(new Part(IdParts.of(attribute, derived.columnOf(attribute, attribute.name()), entity), path));
        }
        return new EntityId(idClass, null, parts);
    }

    private EntityId circle(Class<?> entity) {
        if (!circles.add(entity)) return NONE;
        return refuse(
                entity, "its id is derived from itself over %s".formatted(names(reading)), "Give one of them an id.");
    }

    private static List<String> names(Set<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).toList();
    }

    private EntityId refuse(Class<?> entity, String fact, String remedy) {
        problems.accept(new Refusal(TableReader.nameOf(entity), Rule.DEC_5, fact, remedy));
        return NONE;
    }
}
