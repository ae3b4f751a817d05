package io.github.cascadecontract.contract;

import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.mapping.RelationMapping;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds a contract from annotated classes, with overrides for single relations.
 *
 * <pre>{@code
 * CascadeContract.builder(User.class, Post.class)
 *         .relation(User.class, "posts", posts -> posts.cascade(ALL).orphanRemoval().passiveDeletes(ON))
 *         .build();
 * }</pre>
 */
public final class ContractBuilder {
    private final List<Class<?>> entityClasses;
    private final Map<Key, Consumer<RelationOverride>> overrides = new LinkedHashMap<>();

    ContractBuilder(List<Class<?>> entityClasses) {
        this.entityClasses = List.copyOf(new LinkedHashSet<>(entityClasses));
    }

    /**
     * Overrides settings of one relation.
     *
     * @param entity the entity class
     * @param attribute the relation's attribute
     * @param override sets what shall differ from the annotations
     */
    public ContractBuilder relation(Class<?> entity, String attribute, Consumer<RelationOverride> override) {
        overrides.merge(new Key(entity, attribute), override, Consumer::andThen);
        return this;
    }

    /**
     * Reads, links and validates the whole contract.
     *
     * @throws InvalidContractException with all problems at once, if there is any (rule DEC-5)
     */
    public CascadeContract build() {
        List<Refusal> problems = new ArrayList<>();
        List<EntityModel> models = new Models(entityClasses, this::overridden, problems).read();
        refuseUnknownOverrides(models, problems);
        if (entityClasses.isEmpty()) problems.add(empty());
        new Linker(models, problems).link();
        new Validation(models, problems).validate();
        if (!problems.isEmpty()) throw new InvalidContractException(problems);
        return new CascadeContract(models);
    }

    private EntityMapping overridden(EntityMapping mapping) {
        List<RelationMapping> relations = mapping.relations().stream()
                .map(relation -> overridden(mapping.type(), relation))
                .toList();
        return mapping.with(relations);
    }

    private RelationMapping overridden(Class<?> type, RelationMapping relation) {
        Consumer<RelationOverride> override =
                overrides.get(new Key(type, relation.attribute().name()));
        if (override == null) return relation;
        RelationOverride settings = new RelationOverride(relation.settings());
        override.accept(settings);
        return relation.with(settings.settings());
    }

    private void refuseUnknownOverrides(List<EntityModel> models, List<Refusal> problems) {
        for (Key key : overrides.keySet()) {
            Optional<Relation> relation = models.stream()
                    .filter(model -> model.type() == key.entity())
                    .flatMap(model -> model.relation(key.attribute()).stream())
                    .findFirst();
            if (relation.isEmpty()) problems.add(unknown(key));
            else if (relation.get().entity().type() != key.entity()) problems.add(inherited(key, relation.get()));
        }
    }

    private static Refusal unknown(Key key) {
        return new Refusal(
                key.entity().getSimpleName() + "." + key.attribute(),
                Rule.DEC_5,
                "an override names a relation that the contract does not have",
                "Correct the class or the attribute name.");
    }

    private static Refusal inherited(Key key, Relation relation) {
        return new Refusal(
                key.entity().getSimpleName() + "." + key.attribute(),
                Rule.DEC_5,
                "an override names a relation that %s declares for all that extend it".formatted(relation.entity()),
                "Name the class " + relation.entity() + ".");
    }

    private static Refusal empty() {
        return new Refusal("contract", Rule.DEC_5, "it has no entity class", "Name at least one entity class.");
    }

    private record Key(Class<?> entity, String attribute) {}
}
