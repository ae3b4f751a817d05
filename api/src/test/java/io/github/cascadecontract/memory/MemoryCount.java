package io.github.cascadecontract.memory;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts an outline over rows in memory, row by row. */
final class MemoryCount {
    private final MemoryDatabase database;
    private final RemovalOutline outline;
    private final CountedRows counted = new CountedRows();
    private final Map<RowKey, Actor> byClient = new LinkedHashMap<>();
    private final Set<Written> nulled = new HashSet<>();
    private final Map<Written, RemovalOutline.KeyChange> changes = new HashMap<>();

    MemoryCount(MemoryDatabase database, RemovalOutline outline) {
        this.database = database;
        this.outline = outline;
    }

    private record Written(ForeignKey key, RowKey row) {}

    CountedRemoval count() {
        outline.keyChanges().stream()
                .filter(change -> change.childId() != null)
                .forEach(change -> changes.put(
                        new Written(change.key(), new RowKey(change.key().child(), change.childId())), change));
        outline.removed()
                .forEach(known -> removeByClient(
                        new RowKey(known.entity(), known.id()),
                        Actor.CLIENT_EACH,
                        known.because().relation(),
                        known.because().rule()));
        followSets();
        outline.sets().stream()
                .filter(set -> set.operation() != RowSet.Operation.DELETE)
                .forEach(this::release);
        outline.keyChanges().forEach(this::countNulled);
        cascade();
        return new CountedRemoval(
                new RemovalPlan(outline.entity().name(), outline.id().toString(), counted.nodes(), List.of()),
                reached());
    }

    /** Until nothing is added: sets may lead back to themselves. */
    private void followSets() {
        int before;
        do {
            before = byClient.size();
            for (RowSet set : outline.sets())
                if (set.operation() == RowSet.Operation.DELETE)
                    for (RowKey row : targets(set))
                        removeByClient(
                                row,
                                actor(set.way()),
                                set.relation(),
                                set.because().rule());
        } while (byClient.size() > before);
    }

    private void removeByClient(RowKey key, Actor actor, Relation over, Rule rule) {
        if (!database.rows.exists(key.model(), key.id())) return;
        RowKey row = database.rows.stored(key);
        if (byClient.putIfAbsent(row, actor) == null) counted.add(row, over, actor, Effect.DELETE, rule);
    }

    private List<RowKey> targets(RowSet set) {
        List<RowKey> found = new ArrayList<>();
        for (RowKey row : List.copyOf(from(set.from()))) found.addAll(targets(row, set.relation()));
        return found;
    }

    private Collection<RowKey> from(RowSet.From from) {
        if (from instanceof RowSet.Entities entities)
            return entities.ids().stream()
                    .map(id -> new RowKey(entities.entity(), id))
                    .toList();
        RowSet.Rows rows = (RowSet.Rows) from;
        return byClient.keySet().stream()
                .filter(row -> row.model().root() == rows.entity() && byClient.get(row) == actor(rows.way()))
                .toList();
    }

    private List<RowKey> targets(RowKey row, Relation relation) {
        return switch (relation.keySide()) {
            case TARGET -> children(relation.key(), row);
            case LINK_TABLE -> rows(relation.target(), database.links.targets(relation, row.id()));
            case SOURCE -> {
                Object parent = database.rows.key(database.rows.stored(row), relation.key());
                yield parent == null ? List.of() : rows(relation.target(), List.of(parent));
            }
        };
    }

    private static List<RowKey> rows(EntityModel model, List<Object> ids) {
        return ids.stream().map(id -> new RowKey(model, id)).toList();
    }

    /** The rows that refer to a parent once the flush has written its keys. */
    private List<RowKey> children(ForeignKey key, RowKey parent) {
        List<RowKey> found = new ArrayList<>(rows(key.child(), database.rows.children(key, parent.id())));
        found.removeIf(row -> changes.containsKey(new Written(key, row)));
        changes.forEach((written, change) -> {
            if (written.key() == key && Objects.equals(change.parentId(), parent.id())) found.add(written.row());
        });
        return found;
    }

    private void release(RowSet set) {
        if (set.relation().keySide() == KeySide.LINK_TABLE) return;
        for (RowKey row : targets(set))
            if (!byClient.containsKey(row)
                    && nulled.add(new Written(set.relation().key(), row)))
                counted.add(
                        row,
                        set.relation(),
                        Actor.CLIENT_EACH,
                        Effect.SET_NULL,
                        set.because().rule());
    }

    private void countNulled(RemovalOutline.KeyChange change) {
        if (change.childId() == null || change.parent() != RemovalOutline.Parent.NONE) return;
        RowKey row = new RowKey(change.key().child(), change.childId());
        if (!byClient.containsKey(row))
            counted.add(
                    row,
                    change.because().relation(),
                    Actor.CLIENT_EACH,
                    Effect.SET_NULL,
                    change.because().rule());
    }

    private void cascade() {
        List<RowKey> open = new ArrayList<>(byClient.keySet());
        Set<RowKey> gone = new HashSet<>(open);
        for (int i = 0; i < open.size(); i++) {
            RowKey parent = open.get(i);
            for (ForeignKey key : parent.model().referringKeys())
                for (RowKey child : children(key, parent)) {
                    boolean handled = gone.contains(child) || nulled.contains(new Written(key, child));
                    if (!handled && act(key, child) && gone.add(child)) open.add(child);
                }
        }
    }

    private boolean act(ForeignKey key, RowKey child) {
        ReferentialAction action = database.constraints.onDelete(key);
        Relation over = key.parentSide() == null ? key.childSide() : key.parentSide();
        Effect effect = switch (action) {
            case CASCADE -> Effect.DELETE;
            case SET_NULL -> Effect.SET_NULL;
            case SET_DEFAULT -> Effect.SET_DEFAULT;
            case NO_ACTION, RESTRICT -> Effect.BLOCKED;
        };
        counted.add(child, over, effect == Effect.BLOCKED ? Actor.NOBODY : Actor.DATABASE, effect, Rule.REM_1);
        return action == ReferentialAction.CASCADE;
    }

    private List<RemovalOutline.Known> reached() {
        return outline.watched().stream()
                .filter(known -> byClient.get(new RowKey(known.entity(), known.id())) == Actor.CLIENT_EACH)
                .toList();
    }

    private static Actor actor(RowSet.Way way) {
        return way == RowSet.Way.EACH ? Actor.CLIENT_EACH : Actor.CLIENT_SET;
    }
}
