package io.github.cascadecontract.contract;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.mapping.InheritanceMapping;
import io.github.cascadecontract.mapping.MappingReader;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the models of a contract, each entity after the one that it extends. */
final class Models {
    private final List<Class<?>> entityClasses;
    private final UnaryOperator<EntityMapping> overrides;
    private final List<Refusal> problems;
    private final MappingReader reader;
    private final Map<Class<?>, EntityModel> known = new HashMap<>();

    Models(List<Class<?>> entityClasses, UnaryOperator<EntityMapping> overrides, List<Refusal> problems) {
        this.entityClasses = entityClasses;
        this.overrides = overrides;
        this.problems = problems;
        this.reader = new MappingReader(entityClasses, problems::add);
    }

    /** In the order of the classes. */
    List<EntityModel> read() {
        List<EntityModel> models = new ArrayList<>();
        for (Class<?> type : entityClasses) {
            EntityMapping mapping = reader.read(type);
            if (mapping != null) models.add(model(mapping));
        }
        return models;
    }

    private EntityModel model(EntityMapping mapping) {
        EntityModel present = known.get(mapping.type());
        if (present != null) return present;
        EntityModel model = new EntityModel(overrides.apply(mapping), supertype(mapping));
        known.put(mapping.type(), model);
        return model;
    }

    private @Nullable EntityModel supertype(EntityMapping mapping) {
        InheritanceMapping inheritance = mapping.inheritance();
        Class<?> superclass = inheritance == null ? null : inheritance.superclass();
        if (superclass == null) return null;
        EntityMapping above = reader.read(superclass);
        if (!entityClasses.contains(superclass)) problems.add(outside(mapping, superclass));
        return above == null ? null : model(above);
    }

    private static Refusal outside(EntityMapping mapping, Class<?> superclass) {
        return new Refusal(
                mapping.name(),
                Rule.DEC_5,
                "it extends the entity %s, which is not in the contract".formatted(superclass.getName()),
                "Name the superclass where the contract is built.");
    }
}
