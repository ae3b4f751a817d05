package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The rows of a plan, gathered by what happens to them; all of them roots, for the tests of the engine need no tree. */
final class CountedRows {
    private final Map<Group, List<String>> ids = new LinkedHashMap<>();

    private record Group(Place place, Actor actor, Effect effect, Rule rule, Obstacle.Kind kind) {}

    void add(RowKey row, Relation over, Actor actor, Effect effect, Rule rule) {
        Place place = new Place(
                row.model().mapping().table().toString(),
                row.model().name(),
                over == null ? null : over.toString(),
                null);
        boolean isProtected = row.model().isProtected() && effect.deletes();
        Group group = isProtected
                ? new Group(place, Actor.NOBODY, Effect.BLOCKED, Rule.PRO_1, Obstacle.Kind.PROTECTED)
                : new Group(place, actor, effect, rule, effect == Effect.BLOCKED ? Obstacle.Kind.NO_ACTION : null);
        ids.computeIfAbsent(group, absent -> new ArrayList<>()).add(row.id().toString());
    }

    List<PlannedRows> nodes() {
        List<PlannedRows> nodes = new ArrayList<>();
        ids.forEach((group, rows) -> nodes.add(node(group, rows)));
        return nodes;
    }

    private static PlannedRows node(Group group, List<String> ids) {
        Obstacle obstacle = group.kind() == null
                ? null
                : new Obstacle(
                        group.kind(),
                        group.place(),
                        ids.size(),
                        ids,
                        group.rule(),
                        "rows are in the way: " + ids,
                        "Move them.");
        return new PlannedRows(
                group.place(),
                group.actor(),
                group.effect(),
                OptionalLong.of(ids.size()),
                group.rule(),
                List.of(),
                List.of(),
                obstacle,
                List.of());
    }
}
