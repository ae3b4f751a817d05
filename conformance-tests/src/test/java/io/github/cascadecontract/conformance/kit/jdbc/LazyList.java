package io.github.cascadecontract.conformance.kit.jdbc;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** A list that is read on first use. Children of a key are queued without reading it. */
final class LazyList extends AbstractList<Object> {
    private final Supplier<? extends Collection<?>> rows;
    private final Adding adding;
    private final List<Object> content = new ArrayList<>();
    private List<Object> before = List.of();
    private boolean loaded;

    LazyList(Supplier<? extends Collection<?>> rows, Adding adding) {
        this.rows = rows;
        this.adding = adding;
    }

    /** What an addition does to a list that is not read. */
    enum Adding {
        QUEUES,
        LOADS
    }

    static boolean isSame(Collection<?> one, Collection<?> other) {
        Iterator<?> others = other.iterator();
        for (Object member : one) {
            if (!others.hasNext() || member != others.next()) {
                return false;
            }
        }
        return !others.hasNext();
    }

    boolean isLoaded() {
        return loaded;
    }

    void load() {
        if (!loaded) {
            before = new ArrayList<>(rows.get());
            List<Object> queued = new ArrayList<>(content);
            content.clear();
            content.addAll(before);
            queued.stream().filter(addition -> !holds(addition)).forEach(content::add);
            loaded = true;
        }
    }

    /** The members, or the queued additions to a list that is not read. */
    List<Object> content() {
        return content;
    }

    List<Object> before() {
        return before;
    }

    boolean isChanged() {
        return loaded ? !isSame(content, before) : !content.isEmpty();
    }

    void inStep() {
        if (loaded) {
            before = new ArrayList<>(content);
        } else {
            content.clear();
        }
    }

    private boolean holds(Object addition) {
        return content.stream().anyMatch(member -> member == addition);
    }

    @Override
    public boolean add(Object element) {
        if (adding == Adding.LOADS) {
            load();
        }
        return content.add(element);
    }

    @Override
    public void add(int index, Object element) {
        load();
        content.add(index, element);
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
