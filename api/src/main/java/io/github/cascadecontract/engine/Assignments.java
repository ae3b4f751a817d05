package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.ContradictoryReferenceException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides for every claimed child which parent it has, or that it is an orphan (rules PER-3, ORP-1 to ORP-5, REM-7). */
final class Assignments {
    private final Graph graph;
    private final Ledger ledger;
    private final Holders holders;
    private final Map<ForeignKey, EntityMap<Assignment>> byKey = new LinkedHashMap<>();
    private final Map<ForeignKey, EntityMap<List<Object>>> children = new LinkedHashMap<>();
    private final Map<ForeignKey, EntitySet> left = new LinkedHashMap<>();

    Assignments(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
        this.holders = new Holders(graph, ledger);
    }

    static Assignments decide(Graph graph, Ledger ledger, List<Claim> claims) {
        Assignments assignments = new Assignments(graph, ledger);
        claims.forEach(assignments::decide);
        return assignments;
    }

    List<Assignment> all() {
        List<Assignment> found = new ArrayList<>();
        byKey.values().forEach(ofKey -> found.addAll(ofKey.values()));
        return found;
    }

    @Nullable
    Assignment of(ForeignKey key, Object child) {
        EntityMap<Assignment> ofKey = byKey.get(key);
        return ofKey == null ? null : ofKey.get(child);
    }

    /** The children that this flush gave to a parent, or that are not written yet and hang there. */
    List<Object> childrenOf(ForeignKey key, Object parent) {
        EntityMap<List<Object>> ofKey = children.get(key);
        List<Object> found = ofKey == null ? null : ofKey.get(parent);
        return found == null ? List.of() : found;
    }

    /** All children that this flush gives a parent or none over the key. */
    List<Object> childrenMoved(ForeignKey key) {
        EntityMap<Assignment> ofKey = byKey.get(key);
        return ofKey == null ? List.of() : ofKey.keys();
    }

    /** Whether this flush moves no child over the key. */
    boolean isUntouched(ForeignKey key) {
        return childrenMoved(key).isEmpty();
    }

    /** Whether this flush takes a child from the parent over the key. */
    boolean isLeft(ForeignKey key, Object parent) {
        EntitySet ofKey = left.get(key);
        return ofKey != null && ofKey.contains(parent);
    }

    private void decide(Claim claim) {
        Object named = graph.parentByReference(claim.child(), claim.key());
        if (claim.isContradictory()) throw contradiction(claim);
        if (!claim.taking().isEmpty()) assign(claim, claim.taking().first(), rule(claim, named));
        else if (named != null) keepNamed(claim, named);
        else if (claim.isReferenceCleared()) orphan(claim, claim.oldReference(), Rule.ORP_2);
        else if (!claim.letting().isEmpty()) letGo(claim);
        else if (!claim.keeping().isEmpty()) assign(claim, claim.keeping().first(), Rule.PER_3);
    }

    /** The reference did not change: it names the parent still, unless just that parent let the child go. */
    private void keepNamed(Claim claim, Object named) {
        if (claim.letting().contains(named)) orphan(claim, named, Rule.ORP_1);
        else if (graph.isUnwritten(claim.child())) assign(claim, named, Rule.PER_3);
    }

    /** Without a reference of its own the child's parent is the one that holds it. */
    private void letGo(Claim claim) {
        if (claim.key().childSide() != null && !graph.isUnwritten(claim.child())) return;
        EntitySet keeping = claim.keeping().without(claim.letting());
        Ledger.LastParent last = ledger.lastParent(claim.key(), claim.child());
        if (!keeping.isEmpty()) assign(claim, keeping.first(), Rule.PER_3);
        else if (last == null) letGoByHolders(claim);
        else if (claim.letting().contains(last.parent()))
            orphan(claim, claim.letting().first(), Rule.ORP_1);
    }

    private void letGoByHolders(Claim claim) {
        Object holder = holders.other(claim.key(), claim.child(), claim.letting());
        if (holder != null) assign(claim, holder, Rule.ORP_3);
        else orphan(claim, claim.letting().first(), Rule.ORP_1);
    }

    private Rule rule(Claim claim, @Nullable Object named) {
        boolean moved = claim.oldReference() != null
                || !claim.letting().isEmpty()
                || (named != null && !claim.taking().contains(named));
        return moved ? Rule.ORP_3 : Rule.PER_3;
    }

    private void assign(Claim claim, Object parent, Rule rule) {
        Because because = new Because(rule, side(claim.key()), parent);
        put(new Assignment(
                claim.key(), claim.child(), Assignment.Outcome.ASSIGNED, parent, old(claim, parent), because));
        children.computeIfAbsent(claim.key(), absent -> new EntityMap<>())
                .computeIfAbsent(parent, ArrayList::new)
                .add(claim.child());
    }

    private void orphan(Claim claim, @Nullable Object by, Rule rule) {
        Because because = new Because(rule, side(claim.key()), by);
        put(new Assignment(claim.key(), claim.child(), Assignment.Outcome.ORPHANED, null, by, because));
    }

    private void put(Assignment assignment) {
        byKey.computeIfAbsent(assignment.key(), absent -> new EntityMap<>())
                .putIfAbsent(assignment.child(), assignment);
        Object old = assignment.oldParent();
        if (old != null && old != assignment.parent())
            left.computeIfAbsent(assignment.key(), absent -> new EntitySet()).add(old);
    }

    private @Nullable Object old(Claim claim, Object parent) {
        if (claim.oldReference() != null) return claim.oldReference();
        Object named = graph.parentByReference(claim.child(), claim.key());
        if (named != null && named != parent) return named;
        return claim.letting().isEmpty() ? null : claim.letting().first();
    }

    static @Nullable Relation side(ForeignKey key) {
        return key.parentSide() == null ? key.childSide() : key.parentSide();
    }

    private static ContradictoryReferenceException contradiction(Claim claim) {
        return new ContradictoryReferenceException(new Refusal(
                String.valueOf(side(claim.key())),
                Rule.PER_3,
                "one flush gives a %s two different parents"
                        .formatted(claim.key().child()),
                "Change one side only, or let both sides name the same parent."));
    }
}
