package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.rule.Rule;
import java.util.List;

/** The rules on declarations: DEC-3 to DEC-6. */
final class Validation {
    private final List<EntityModel> models;
    private final List<Refusal> problems;

    Validation(List<EntityModel> models, List<Refusal> problems) {
        this.models = models;
        this.problems = problems;
    }

    void validate() {
        models.forEach(this::refusePartlyProtected);
        models.forEach(model -> model.declaredRelations().forEach(this::validate));
    }

    private void refusePartlyProtected(EntityModel model) {
        if (model.isProtected() && !model.root().isProtected())
            problems.add(new Refusal(
                    model.name(),
                    Rule.PRO_1,
                    "it is @Protected, the entities that it extends are not, and a key does not tell one from the other",
                    "Put @Protected on %s as well.".formatted(model.root())));
    }

    private void validate(Relation relation) {
        if (relation.passiveDeletes() == PassiveDeletes.Mode.ALL && relation.removes())
            refuse(
                    relation,
                    Rule.DEC_3,
                    "PassiveDeletes ALL leaves every child to the database, REMOVE and orphanRemoval ask the client to act",
                    "Use PassiveDeletes ON, or drop REMOVE and orphanRemoval.");
        if (needsSingleParent(relation) && relation.orphanRemoval() && !relation.isSingleParent())
            refuse(
                    relation,
                    Rule.DEC_4,
                    "orphanRemoval on a relation whose target other owners may share",
                    "Add @SingleParent, or drop orphanRemoval.");
        if (relation.mapping().onDelete() != null && !relation.isDeclaring())
            refuse(
                    relation,
                    Rule.DEC_5,
                    "@OnDelete on the side that does not hold the key is not read",
                    "Put it on the attribute that mappedBy names.");
        if (relation.mapping().settings().passiveDeletes() != null && relation.keySide() == KeySide.SOURCE)
            refuse(
                    relation,
                    Rule.DEC_6,
                    "PassiveDeletes on the side that holds the key: no ON DELETE reaches the parent",
                    "Put it on the other side of the relation.");
    }

    private static boolean needsSingleParent(Relation relation) {
        return relation.kind() == RelationKind.MANY_TO_ONE || relation.kind() == RelationKind.MANY_TO_MANY;
    }

    private void refuse(Relation relation, Rule rule, String fact, String remedy) {
        problems.add(new Refusal(relation.toString(), rule, fact, remedy));
    }
}
