package io.github.cascadecontract.mybatis;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that selects its members on first use; adding to it does not. */
final class LazyList extends AbstractList<@Nullable Object> implements LazyCollection {
    private final List<@Nullable Object> content = new ArrayList<>();
    private final LazyMembers members;

    LazyList(Supplier<? extends Collection<?>> loader) {
        this.members = new LazyMembers(content, loader);
    }

    @Override
    public LazyMembers members() {
        return members;
    }

    @Override
    public @Nullable Object get(int index) {
        return loaded().get(index);
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public boolean add(@Nullable Object member) {
        if (members.isLoaded()) add(size(), member);
        else members.queue(member);
        return true;
    }

    @Override
    public void add(int index, @Nullable Object member) {
        loaded().add(index, member);
        changed();
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object member) {
        members.touch();
        return loaded().set(index, member);
    }

    @Override
    public @Nullable Object remove(int index) {
        Object removed = loaded().remove(index);
        changed();
        return removed;
    }

    @Override
    public boolean removeIf(Predicate<? super @Nullable Object> condition) {
        boolean removed = loaded().removeIf(condition);
        if (removed) changed();
        return removed;
    }

    @Override
    protected void removeRange(int from, int to) {
        loaded().subList(from, to).clear();
        changed();
    }

    private List<@Nullable Object> loaded() {
        members.loaded();
        return content;
    }

    private void changed() {
        modCount++;
        members.touch();
    }
}
