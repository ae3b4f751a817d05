package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changing a many-to-many inserts and deletes exactly the difference, whichever side was changed (rule M2M-3). */
final class LinkSteps {
    private final Removals removals;
    private final Map<LinkTable, EntityMap<EntitySet>> added = new LinkedHashMap<>();
    private final Map<LinkTable, EntityMap<EntitySet>> removed = new LinkedHashMap<>();

    LinkSteps(Removals removals) {
        this.removals = removals;
    }

    List<Step> of(List<RelationChange> changes) {
        for (RelationChange change : changes) {
            if (change.relation().keySide() != KeySide.LINK_TABLE) continue;
            if (removals.isGoing(change.owner())) continue;
            for (Object target : change.gained()) if (!removals.isGoing(target)) note(added, change, target);
            for (Object target : change.lost()) note(removed, change, target);
        }
        List<Step> steps = new ArrayList<>();
        removed.forEach((table, ofTable) -> ofTable.keys()
                .forEach(owner -> steps.add(new Step.RemoveLinks(
                        owner, table.owner(), targets(ofTable, owner), Because.asked(Rule.M2M_3)))));
        added.forEach((table, ofTable) -> ofTable.keys()
                .forEach(owner -> steps.add(
                        new Step.AddLinks(owner, table.owner(), targets(ofTable, owner), Because.asked(Rule.M2M_3)))));
        return steps;
    }

    private void note(Map<LinkTable, EntityMap<EntitySet>> links, RelationChange change, Object target) {
        Relation relation = change.relation();
        Object owner = relation.isOwning() ? change.owner() : target;
        Object other = relation.isOwning() ? target : change.owner();
        links.computeIfAbsent(relation.linkTable(), absent -> new EntityMap<>())
                .computeIfAbsent(owner, EntitySet::new)
                .add(other);
    }

    private static List<Object> targets(EntityMap<EntitySet> links, Object owner) {
        EntitySet targets = links.get(owner);
        return targets == null ? List.of() : List.copyOf(targets.list());
    }
}
