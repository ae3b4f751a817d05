package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the Jakarta Persistence annotations of entity classes, with the defaults that the specification gives. */
public final class MappingReader {
    private final Consumer<Refusal> problems;
    private final IdReader ids;
    private final InheritanceReader inheritance;
    private final Map<Class<?>, EntityMapping> known = new HashMap<>();

    /**
     * Makes a reader of classes that stand alone or name their own place in a hierarchy.
     *
     * @param problems takes what is wrong; reading goes on so that all problems are found
     */
    public MappingReader(Consumer<Refusal> problems) {
        this(List.of(), problems);
    }

    /**
     * Makes a reader.
     *
     * @param entityClasses the classes that will be read; a class that one of them extends is the root of a hierarchy
     * @param problems takes what is wrong; reading goes on so that all problems are found
     */
    public MappingReader(Collection<Class<?>> entityClasses, Consumer<Refusal> problems) {
        this.problems = problems;
        this.ids = new IdReader(problems);
        this.inheritance = new InheritanceReader(Set.copyOf(entityClasses), problems);
    }

    /**
     * Reads a class, and first the entity classes that it extends.
     *
     * @param type any class
     * @return its mapping, null if it is not an entity (then a problem was reported)
     */
    public @Nullable EntityMapping read(Class<?> type) {
        if (type.isAnnotationPresent(Entity.class)) return readEntity(type);
        problems.accept(new Refusal(
                type.getName(), Rule.DEC_5, "it is not an entity class", "Annotate it with @Entity or leave it out."));
        return null;
    }

    private EntityMapping readEntity(Class<?> type) {
        EntityMapping present = known.get(type);
        if (present != null) return present;
        Class<?> above = ClassAttributes.entityAbove(type);
        EntityMapping inherited = above == null ? null : readEntity(above);
        InheritanceMapping place = inheritance.read(type, TableReader.nameOf(type));
        EntityMapping mapping = new EntityReading(type, ids, problems).read(inherited, place);
        known.put(type, mapping);
        return mapping;
    }
}
