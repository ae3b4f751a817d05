package io.github.cascadecontract.memory;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A collection that is read on first use and queues additions until then. */
final class LazyList extends AbstractList<Object> {
    private final Supplier<List<Object>> rows;
    private List<Object> content = new ArrayList<>();
    private List<Object> snapshot = List.of();
    private final boolean queues;
    private boolean loaded;

    LazyList(Supplier<List<Object>> rows, boolean queues) {
        this.rows = rows;
        this.queues = queues;
    }

    boolean isLoaded() {
        return loaded;
    }

    void load() {
        if (loaded) return;
        snapshot = List.copyOf(rows.get());
        List<Object> queued = content;
        content = new ArrayList<>(snapshot);
        content.addAll(queued);
        loaded = true;
    }

    /** Holds part of the rows and takes it for the whole. */
    void loadOnly(List<Object> part) {
        snapshot = List.copyOf(part);
        content = new ArrayList<>(part);
        loaded = true;
    }

    List<Object> content() {
        return content;
    }

    List<Object> snapshot() {
        return snapshot;
    }

    boolean isChanged() {
        return loaded ? !Snapshots.same(content, snapshot) : !content.isEmpty();
    }

    void settle() {
        if (loaded) snapshot = java.util.Collections.unmodifiableList(new ArrayList<>(content));
        else content.clear();
    }

    @Override
    public boolean add(Object element) {
        if (!queues) load();
        return content.add(element);
    }

    @Override
    public Object get(int index) {
        load();
        return content.get(index);
    }

    @Override
    public Object set(int index, Object element) {
        load();
        return content.set(index, element);
    }

    @Override
    public Object remove(int index) {
        load();
        return content.remove(index);
    }

    @Override
    public int size() {
        load();
        return content.size();
    }
}
