package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RemovalOutline.KeyChange;
import io.github.cascadecontract.plan.RemovalOutline.Known;
import io.github.cascadecontract.plan.RemovalOutline.LostLink;
import io.github.cascadecontract.plan.RemovalOutline.Parent;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a flush decided to remove, in ids and sets of rows. */
final class Outline {
    private final Graph graph;
    private final Decisions decisions;
    private final RowsWalk rows;

    Outline(Graph graph, Decisions decisions) {
        this.graph = graph;
        this.decisions = decisions;
        this.rows = new RowsWalk(new SetBased(decisions.assignments()::isUntouched));
    }

    /**
     * The outline.
     *
     * @param root the entity that is asked for
     * @param unread what the removal would read
     */
    RemovalOutline of(Object root, List<Unread.Place> unread) {
        for (Removals.LinkClearing clearing : decisions.removals().linkClearings())
            rows.addLinks(entities(clearing.entity()), clearing.relation(), RowSet.Way.EACH);
        for (Step.HandleRows handled : decisions.removals().setBased()) addSetBased(handled);
        for (Unread.Place place : unread) rows.add(entities(place.entity()), place.relation(), RowSet.Way.EACH);
        List<RowSet> sets = rows.walk();
        return new RemovalOutline(
                graph.model(root), given(root), removed(), sets, keyChanges(), lostLinks(), watched(sets));
    }

    private Object given(Object root) {
        return Objects.requireNonNullElse(graph.view().idOf(root), "(new)");
    }

    /** What lies below the first level, the walk over rows tells. */
    private void addSetBased(Step.HandleRows handled) {
        RowsBelow below = handled.rows();
        if (below.levels().size() > 1 || below.links() != null) return;
        ForeignKey key = below.last().key();
        rows.add(entities(handled.parent()), Objects.requireNonNull(key.parentSide()), RowSet.Way.SET);
    }

    private RowSet.Entities entities(Object entity) {
        return new RowSet.Entities(graph.model(entity), List.of(id(entity)));
    }

    private List<Known> removed() {
        EntityMap<Because> removed = decisions.removals().removed();
        List<Known> found = new ArrayList<>();
        for (Object entity : removed.keys()) found.add(known(entity, Objects.requireNonNull(removed.get(entity))));
        return found;
    }

    /** Only rows that would be read can have an instance; a flush has read them all, and watches nothing. */
    private List<Known> watched(List<RowSet> sets) {
        Set<EntityModel> read = new LinkedHashSet<>();
        for (RowSet set : sets)
            if (set.operation() == RowSet.Operation.DELETE && set.way() == RowSet.Way.EACH)
                read.add(set.to().entity());
        List<Known> found = new ArrayList<>();
        for (EntityModel type : read)
            for (Object entity : graph.view().managed(type)) if (isWatched(entity)) found.add(watched(entity));
        return found;
    }

    Known watched(Object entity) {
        return known(entity, Because.asked(Rule.REM_1));
    }

    /** Of an entity that has nothing loaded, such as a reference that is not read, rows tell as much. */
    boolean isWatched(Object entity) {
        return graph.presence(entity) == Presence.MANAGED
                && !decisions.removals().isGoing(entity)
                && graph.relations(entity).stream().anyMatch(relation -> graph.isLoaded(entity, relation));
    }

    private Known known(Object entity, Because because) {
        return new Known(graph.model(entity), id(entity), because);
    }

    private List<KeyChange> keyChanges() {
        List<KeyChange> changes = new ArrayList<>();
        for (Assignment assignment : decisions.assignments().all())
            if (!isSettled(assignment))
                changes.add(change(assignment.key(), assignment.child(), assignment.parent(), assignment.because()));
        for (Removals.Nulling nulling : decisions.removals().nullings())
            if (!decisions.removals().isGoing(nulling.child()))
                changes.add(change(nulling.key(), nulling.child(), null, nulling.because()));
        return changes;
    }

    private boolean isSettled(Assignment assignment) {
        Object child = assignment.child();
        Removals removals = decisions.removals();
        boolean absent = graph.isNew(child) && !decisions.written().contains(child);
        return absent || removals.isGoing(child) || removals.nulls(child, assignment.key());
    }

    private KeyChange change(ForeignKey key, Object child, @Nullable Object parent, Because because) {
        Object parentId = parent == null ? null : idInRow(parent);
        return new KeyChange(key, idInRow(child), kind(parent), parentId, because);
    }

    private Parent kind(@Nullable Object parent) {
        if (parent == null) return Parent.NONE;
        return graph.isUnwritten(parent) ? Parent.INSERTED : Parent.STORED;
    }

    private List<LostLink> lostLinks() {
        List<LostLink> lost = new ArrayList<>();
        for (Step step : new LinkSteps(decisions.removals()).of(decisions.changes()))
            if (step instanceof Step.RemoveLinks links)
                for (Object target : links.targets())
                    if (isInTheWay(links.entity(), target))
                        lost.add(new LostLink(links.relation(), id(links.entity()), id(target)));
        return lost;
    }

    private boolean isInTheWay(Object owner, Object target) {
        Removals removals = decisions.removals();
        boolean isOfRemoval = removals.isGoing(owner) || removals.isGoing(target);
        return isOfRemoval && !graph.isUnwritten(owner) && !graph.isUnwritten(target);
    }

    /** Null for what has no row yet. */
    private @Nullable Object idInRow(Object entity) {
        return graph.isUnwritten(entity) ? null : graph.view().idOf(entity);
    }

    private Object id(Object entity) {
        return Objects.requireNonNull(graph.view().idOf(entity), "an entity with a row has an id");
    }
}
