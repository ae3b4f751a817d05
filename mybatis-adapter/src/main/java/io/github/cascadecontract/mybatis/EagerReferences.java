package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * References that cannot be lazy, because the class of the target or of the holder can have no subclass. They are gathered
 * while a result is read and loaded afterwards: one SELECT per relation and level.
 */
final class EagerReferences {
    private final PersistenceContext context;
    private final RowLoader loader;
    private Map<Relation, List<Wanted>> wanted = new LinkedHashMap<>();

    EagerReferences(PersistenceContext context, RowLoader loader) {
        this.context = context;
        this.loader = loader;
    }

    /** The holder refers to the given id. */
    void add(ManagedEntity holder, Relation relation, Object targetId) {
        wanted.computeIfAbsent(relation, absent -> new ArrayList<>()).add(new Wanted(holder, targetId));
    }

    /** The holder has an inverse one-to-one. */
    void add(ManagedEntity holder, Relation relation) {
        add(holder, relation, Objects.requireNonNull(holder.id()));
    }

    void reset() {
        wanted.clear();
    }

    void load() {
        while (!wanted.isEmpty()) {
            Map<Relation, List<Wanted>> now = wanted;
            wanted = new LinkedHashMap<>();
            now.forEach(this::load);
        }
    }

    private void load(Relation relation, List<Wanted> holders) {
        switch (relation.keySide()) {
            case SOURCE -> loadTargets(relation, holders);
            default -> loadInverse(relation, holders);
        }
    }

    private void loadTargets(Relation relation, List<Wanted> holders) {
        EntityTable target = loader.tableOf(relation);
        Set<Object> ids = new LinkedHashSet<>();
        for (Wanted each : holders) if (context.identities().find(target, each.id()) == null) ids.add(each.id());
        if (!ids.isEmpty()) loader.attachByIds(target, ids);
        for (Wanted each : holders) {
            ManagedEntity found = context.identities().find(target, each.id());
            if (found != null) relation.attribute().set(each.holder().entity(), found.entity());
            Objects.requireNonNull(each.holder().relation(relation)).inStep();
        }
    }

    private void loadInverse(Relation relation, List<Wanted> holders) {
        loader.attachMembersOf(relation, holders.stream().map(Wanted::holder).toList())
                .forEach((holder, members) -> {
                    if (holder.relation(relation) instanceof SelectedState state) state.fill(members);
                });
    }

    private record Wanted(ManagedEntity holder, Object id) {}
}
