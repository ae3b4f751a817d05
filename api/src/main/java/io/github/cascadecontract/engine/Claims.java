package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the claims on children from the changes of a flush (rules PER-3, ORP-1, ORP-2, ORP-5). */
final class Claims {
    private final Graph graph;
    private final Ledger ledger;
    private final Memberships memberships;
    private final Referrers referrers;
    private final Map<ForeignKey, EntityMap<Claim>> byKey = new LinkedHashMap<>();

    Claims(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
        this.memberships = new Memberships(graph);
        this.referrers = new Referrers(graph, ledger);
    }

    void gather(List<RelationChange> changes) {
        changes.forEach(this::add);
        for (Object pending : graph.pending()) addOrigins(pending);
        letGoOfReplaced();
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        byKey.values().forEach(ofKey -> claims.addAll(ofKey.values()));
        return claims;
    }

    private void add(RelationChange change) {
        Relation relation = change.relation();
        if (relation.keySide() == KeySide.TARGET) addFromParent(change);
        if (relation.keySide() == KeySide.SOURCE) addFromChild(change);
    }

    private void addFromParent(RelationChange change) {
        ForeignKey key = change.relation().key();
        for (Object member : change.gained()) {
            Object child = isAway(member) ? null : graph.view().initialize(member);
            if (child == null) continue;
            if (ledger.isOrigin(child, change.relation(), change.owner()))
                claim(key, child).keep(change.owner());
            else claim(key, child).take(change.owner());
        }
        for (Object child : change.lost()) if (!isAway(child)) claim(key, child).let(change.owner());
    }

    /** Of what is gone or detached, a list may be tidied up without any effect; whether it may be put in is checked later. */
    private boolean isAway(Object child) {
        return ledger.isGone(child) || graph.presence(child) == Presence.DETACHED;
    }

    private void addFromChild(RelationChange change) {
        Object now = first(change.gained());
        Claim claim = claim(change.relation().key(), change.owner());
        if (now != null && ledger.named(change.owner()).get(change.relation()) == now) claim.keep(now);
        else claim.referenceChanged(first(change.lost()), now);
    }

    /** For a pending entity the state at persist is what the state in the database is for a managed one. */
    private void addOrigins(Object pending) {
        for (Ledger.Origin origin : ledger.origins(pending)) {
            Relation relation = origin.relation();
            boolean left =
                    relation.keySide() == KeySide.TARGET && !memberships.holds(origin.holder(), relation, pending);
            if (left) claim(relation.key(), pending).let(origin.holder());
        }
        ledger.named(pending).forEach((reference, parent) -> {
            if (graph.reference(pending, reference) == null)
                claim(reference.key(), pending).referenceChanged(parent, null);
        });
    }

    /** A child that names its parent in a one-to-one replaces the old child, which is looked up if necessary. */
    private void letGoOfReplaced() {
        for (Claim claim : all()) {
            Relation parentSide = claim.key().parentSide();
            if (parentSide == null || parentSide.isCollection()) continue;
            for (Object parent : claim.wanting()) letGoOfReplaced(claim, parent, parentSide);
        }
    }

    private void letGoOfReplaced(Claim claim, Object parent, Relation parentSide) {
        for (Object old : presentChildren(claim.key(), parent, parentSide))
            if (old != claim.child() && !isAway(old)) claim(claim.key(), old).let(parent);
    }

    private EntitySet presentChildren(ForeignKey key, Object parent, Relation parentSide) {
        EntitySet present = new EntitySet();
        if (graph.presence(parent) == Presence.MANAGED) {
            graph.loadedMembers(parent, parentSide).forEach(present::add);
            for (Object child : referrers.of(key, parent)) if (isUnchanged(child, key)) present.add(child);
        } else
            for (Object child : graph.members(parent, parentSide))
                if (ledger.isOrigin(child, parentSide, parent)) present.add(child);
        return present;
    }

    private boolean isUnchanged(Object child, ForeignKey key) {
        Relation childSide = key.childSide();
        return childSide != null && !graph.view().mayHaveChanged(child, childSide);
    }

    private Claim claim(ForeignKey key, Object child) {
        return byKey.computeIfAbsent(key, absent -> new EntityMap<>())
                .computeIfAbsent(child, () -> new Claim(key, child));
    }

    private static @Nullable Object first(EntitySet entities) {
        return entities.isEmpty() ? null : entities.list().get(0);
    }
}
