package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No removal reaches an entity marked {@code @Protected}, by the client or by the database (rule PRO-1). Rows that the
 * database would reach are asked for: one SELECT of ids per removed entity and chain of keys that leads to such a table.
 */
final class Protection {
    private final Graph graph;
    private final Assignments assignments;
    private final Removals removals;
    private final Map<EntityModel, List<List<ForeignKey>>> chains = new HashMap<>();

    Protection(Graph graph, Assignments assignments, Removals removals) {
        this.graph = graph;
        this.assignments = assignments;
        this.removals = removals;
    }

    void check() {
        if (removals.removed().isEmpty() || !graph.hasProtectedEntities()) return;
        for (Object entity : removals.removed().keys()) {
            EntityModel model = graph.model(entity);
            if (isProtected(model))
                throw refusal(
                        model, model.name(), List.of(String.valueOf(graph.view().idOf(entity))));
        }
        for (Object entity : removals.removed().keys())
            for (List<ForeignKey> chain : chains(graph.model(entity))) checkBelow(entity, chain);
    }

    private static boolean isProtected(EntityModel model) {
        return model.isProtected();
    }

    private void checkBelow(Object entity, List<ForeignKey> chain) {
        List<RowsBelow.Level> levels = chain.stream()
                .map(key -> new RowsBelow.Level(key, staying(key)))
                .toList();
        Collection<?> ids = graph.view().idsOf(entity, new RowsBelow(levels, null));
        if (ids.isEmpty()) return;
        EntityModel reached = chain.get(chain.size() - 1).child();
        throw refusal(reached, place(chain.get(0)), ids);
    }

    /** Managed children that this flush gives another parent or none: the removal does not reach them. */
    private List<Object> staying(ForeignKey key) {
        List<Object> staying = new ArrayList<>();
        for (Object child : assignments.childrenMoved(key))
            if (graph.presence(child) == Presence.MANAGED && !removals.isGoing(child)) staying.add(child);
        for (Removals.Nulling nulling : removals.nullings())
            if (nulling.key() == key && graph.presence(nulling.child()) == Presence.MANAGED)
                staying.add(nulling.child());
        return staying;
    }

    private List<List<ForeignKey>> chains(EntityModel model) {
        return chains.computeIfAbsent(model, from -> {
            List<List<ForeignKey>> found = new ArrayList<>();
            extend(List.of(), from, found);
            return found;
        });
    }

    private void extend(List<ForeignKey> chain, EntityModel model, List<List<ForeignKey>> found) {
        for (ForeignKey key : model.referringKeysWithSubtypes()) {
            if (chain.contains(key) || !reaches(key, chain)) continue;
            List<ForeignKey> longer = new ArrayList<>(chain);
            longer.add(key);
            if (isProtected(key.child())) found.add(longer);
            extend(longer, key.child(), found);
        }
    }

    /** Whether rows go with what they refer to: by the action, by a set statement, or nobody says that they do not. */
    private static boolean reaches(ForeignKey key, List<ForeignKey> above) {
        return SetBased.deletes(key, above)
                || key.onDelete().map(ReferentialAction.CASCADE::equals).orElse(isLeftAlone(key));
    }

    private static boolean isLeftAlone(ForeignKey key) {
        return key.parentSide() == null || key.parentSide().passiveDeletes() != Mode.OFF;
    }

    private static String place(ForeignKey key) {
        return String.valueOf(Assignments.side(key));
    }

    private static ProtectedEntityException refusal(EntityModel reached, String where, Collection<?> ids) {
        return new ProtectedEntityException(
                new Refusal(
                        where,
                        Rule.PRO_1,
                        "the removal would reach rows of %s, which is @Protected: ids %s".formatted(reached, ids),
                        "Give these rows another parent first, let their key be NULL with SET NULL, or do not remove what they refer to."));
    }
}
