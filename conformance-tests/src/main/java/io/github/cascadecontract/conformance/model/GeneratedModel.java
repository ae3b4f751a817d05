package io.github.cascadecontract.conformance.model;

import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The entity classes of one model, in a package and a class loader of their own. May be shared by all adapters. */
public final class GeneratedModel {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ModelSettings settings;
    private final Map<String, EntityType> types = new LinkedHashMap<>();

    private GeneratedModel(ModelSettings settings, Bytecode bytecode) {
        this.settings = settings;
        String name = "io.github.cascadecontract.conformance.generated.model" + NUMBER.incrementAndGet();
        EntityClasses.generate(settings, name, BytecodeChange.named(bytecode))
                .forEach((entity, type) -> types.put(entity, new EntityType(entity, type, settings)));
    }

    /** Makes the classes of a model. */
    public static GeneratedModel of(ModelSettings settings) {
        return of(settings, Bytecode.PLAIN);
    }

    /** Makes the classes of a model and changes them as a provider does it; that provider must be on the class path. */
    public static GeneratedModel of(ModelSettings settings, Bytecode bytecode) {
        return new GeneratedModel(settings, bytecode);
    }

    /** Returns what it was made from. */
    public ModelSettings settings() {
        return settings;
    }

    /** Returns the type of that entity name, which the model must have. */
    public EntityType type(String entity) {
        return Objects.requireNonNull(types.get(entity), entity);
    }

    /** Returns the class loader of the classes. */
    public ClassLoader classLoader() {
        return types.values().iterator().next().type().getClassLoader();
    }

    /**
     * Builds the contract of the classes.
     *
     * @throws io.github.cascadecontract.error.InvalidContractException if the settings contradict the contract's rules
     */
    public CascadeContract contract() {
        ContractBuilder builder = CascadeContract.builder(
                types.values().stream().map(EntityType::type).toArray(Class<?>[]::new));
        for (RelationSetting relation : settings.relations()) {
            boolean unsaid = relation.orphans().removal()
                    && !relation.orphans().singleParent()
                    && !Mappings.hasOrphanRemoval(relation);
            if (unsaid) {
                builder.relation(
                        type(relation.entity()).type(), relation.attribute(), override -> override.orphanRemoval());
            }
        }
        return builder.build();
    }
}
