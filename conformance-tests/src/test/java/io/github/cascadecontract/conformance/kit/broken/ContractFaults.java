package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.conformance.kit.jdbc.Seams;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.contract.RelationOverride;
import jakarta.persistence.CascadeType;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** Adapters that understand a setting otherwise: the engine gets another contract than the one that was given. */
final class ContractFaults {
    private ContractFaults() {}

    static BrokenAdapter withoutOrphanRemoval() {
        return broken((relation, setting) -> setting.noOrphanRemoval());
    }

    /** As if ALL contained orphanRemoval. */
    static BrokenAdapter allRemovesOrphans() {
        return broken((relation, setting) -> {
            boolean isAll =
                    EnumSet.complementOf(EnumSet.of(CascadeType.ALL)).stream().allMatch(relation::cascades);
            if (isAll && relation.keySide() == KeySide.TARGET) {
                setting.orphanRemoval();
            }
        });
    }

    static BrokenAdapter with(CascadeType operation) {
        return broken((relation, setting) -> {
            boolean refused = operation == CascadeType.REMOVE && relation.passiveDeletes() == PassiveDeletes.Mode.ALL;
            Set<CascadeType> cascade = cascade(relation);
            cascade.add(operation);
            if (!refused) {
                setting.cascade(cascade.toArray(CascadeType[]::new));
            }
        });
    }

    static BrokenAdapter without(CascadeType operation) {
        return broken((relation, setting) -> setting.cascade(cascadeWithout(relation, operation)));
    }

    /** Understands REMOVE, but not that orphanRemoval contains it. */
    static BrokenAdapter orphanRemovalWithoutRemove() {
        return broken((relation, setting) -> {
            if (relation.orphanRemoval() && !relation.cascades(CascadeType.REMOVE)) {
                setting.noOrphanRemoval();
            }
        });
    }

    /** Removes children, but nothing of what is below them. */
    static BrokenAdapter removesOneLevel() {
        return broken((relation, setting) -> {
            if (isBelowRemoved(relation)) {
                setting.noOrphanRemoval();
                setting.cascade(cascadeWithout(relation, CascadeType.REMOVE));
            }
        });
    }

    private static boolean isBelowRemoved(Relation relation) {
        return relation.removes()
                && relation.entity().relations().stream()
                        .map(Relation::inverse)
                        .anyMatch(above -> above != null && above != relation && above.removes());
    }

    private static CascadeType[] cascadeWithout(Relation relation, CascadeType operation) {
        Set<CascadeType> cascade = cascade(relation);
        cascade.remove(operation);
        return cascade.toArray(CascadeType[]::new);
    }

    static BrokenAdapter passive(PassiveDeletes.Mode mode) {
        return broken((relation, setting) -> {
            if (relation.keySide() != KeySide.SOURCE) {
                setting.passiveDeletes(mode);
            }
        });
    }

    /** Takes orphans out of the client's hands where removals are left to the database. */
    static BrokenAdapter passiveOrphans() {
        return broken((relation, setting) -> {
            if (relation.passiveDeletes() != PassiveDeletes.Mode.OFF) {
                setting.noOrphanRemoval();
            }
        });
    }

    private static Set<CascadeType> cascade(Relation relation) {
        Set<CascadeType> cascade = EnumSet.noneOf(CascadeType.class);
        cascade.addAll(relation.mapping().settings().cascade());
        return cascade;
    }

    private static BrokenAdapter broken(BiConsumer<Relation, RelationOverride> fault) {
        return BrokenAdapter.inside(Seams.contract(contract -> changed(contract, fault)));
    }

    private static CascadeContract changed(CascadeContract contract, BiConsumer<Relation, RelationOverride> fault) {
        ContractBuilder builder = CascadeContract.builder(contract.entityClasses());
        contract.entities().stream()
                .flatMap(entity -> entity.relations().stream())
                .forEach(relation -> builder.relation(
                        relation.entity().type(), relation.name(), setting -> fault.accept(relation, setting)));
        return builder.build();
    }
}
