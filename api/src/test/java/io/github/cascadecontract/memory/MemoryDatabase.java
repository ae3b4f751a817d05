package io.github.cascadecontract.memory;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.error.StaleEntityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rows with foreign keys that are enforced after every statement, and a log of who changed what. */
final class MemoryDatabase {
    final Rows rows = new Rows();
    final LinkRows links = new LinkRows();
    final Constraints constraints = new Constraints();
    final List<String> sent = new ArrayList<>();
    final List<String> byDatabase = new ArrayList<>();
    final Set<Object> onceManaged = Collections.newSetFromMap(new IdentityHashMap<>());
    private final CascadeContract contract;
    private int nextId = 1000;

    MemoryDatabase(CascadeContract contract) {
        this.contract = contract;
    }

    int nextId() {
        return nextId++;
    }

    void insert(RowKey row, Map<ForeignKey, Object> keys) {
        sent.add("insert " + row);
        if (rows.exists(row.model(), row.id())) throw Constraints.violation(Kind.UNIQUE, row);
        rows.add(row);
        keys.forEach((key, parent) -> set(row, key, parent));
        foreignKeysOf(row.model()).filter(key -> !keys.containsKey(key)).forEach(key -> set(row, key, null));
    }

    void update(RowKey row, Map<ForeignKey, Object> keys) {
        sent.add("update " + row);
        if (!rows.exists(row.model(), row.id()))
            throw new StaleEntityException(row.model().name(), null);
        keys.forEach((key, parent) -> set(row, key, parent));
    }

    void delete(RowKey row) {
        if (!rows.exists(row.model(), row.id())) return;
        sent.add("delete " + row);
        Deque<RowKey> open = new ArrayDeque<>(List.of(row));
        List<RowKey> removed = new ArrayList<>();
        while (!open.isEmpty()) {
            RowKey next = open.poll();
            rows.remove(next);
            removed.add(next);
            next.model().referringKeys().forEach(key -> release(key, next, open));
            releaseLinks(next);
        }
        removed.forEach(this::refuseDangling);
    }

    void addLink(LinkRows.Link link) {
        sent.add("link " + link);
        if (!links.add(link)) throw Constraints.violation(Kind.UNIQUE, link);
        Relation owner = link.table().owner();
        boolean valid = rows.exists(owner.entity(), link.source()) && rows.exists(owner.target(), link.target());
        if (!valid) throw Constraints.violation(Kind.FOREIGN_KEY, link);
    }

    void removeLinks(Collection<LinkRows.Link> gone) {
        gone.forEach(link -> sent.add("unlink " + link));
    }

    private void release(ForeignKey key, RowKey parent, Deque<RowKey> open) {
        for (Object childId : rows.children(key, parent.id())) {
            RowKey child = rows.stored(new RowKey(key.child(), childId));
            switch (constraints.onDelete(key)) {
                case CASCADE -> {
                    byDatabase.add("delete " + child);
                    open.add(child);
                }
                case SET_NULL, SET_DEFAULT -> {
                    byDatabase.add("update " + child);
                    set(child, key, afterDelete(key));
                }
                default -> {}
            }
        }
    }

    private Object afterDelete(ForeignKey key) {
        boolean byDefault = constraints.onDelete(key) == ReferentialAction.SET_DEFAULT;
        return byDefault ? constraints.defaultParent(key) : null;
    }

    private void releaseLinks(RowKey row) {
        List<LinkRows.Link> gone = links.removeIf(link -> link.refersTo(row) && cascades(link.table()));
        gone.forEach(link -> byDatabase.add("unlink " + link));
    }

    private static boolean cascades(LinkTable table) {
        return table.onDelete().filter(ReferentialAction.CASCADE::equals).isPresent();
    }

    private void refuseDangling(RowKey removed) {
        for (ForeignKey key : removed.model().referringKeys())
            if (!rows.children(key, removed.id()).isEmpty()) throw Constraints.violation(Kind.FOREIGN_KEY, key);
        if (links.all().stream().anyMatch(link -> link.refersTo(removed)))
            throw Constraints.violation(Kind.FOREIGN_KEY, removed);
    }

    private void set(RowKey row, ForeignKey key, Object parent) {
        if (parent == null && !constraints.isNullable(key)) throw Constraints.violation(Kind.NOT_NULL, key);
        rows.setKey(row, key, parent);
        if (parent != null && !rows.exists(key.parent(), parent)) throw Constraints.violation(Kind.FOREIGN_KEY, key);
        if (constraints.isUnique(key) && rows.children(key, parent).size() > 1)
            throw Constraints.violation(Kind.UNIQUE, key);
    }

    Stream<ForeignKey> foreignKeysOf(EntityModel child) {
        return contract.entities().stream()
                .flatMap(parent -> parent.referringKeys().stream())
                .filter(key -> key.child().covers(child))
                .distinct();
    }
}
