package io.github.cascadecontract.mybatis;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A set that selects its members on first use; adding needs them, because a set must know what it holds. */
final class LazySet extends AbstractSet<@Nullable Object> implements LazyCollection {
    private final LazyMembers members;

    LazySet(Supplier<? extends Collection<?>> loader) {
        this.members = new LazyMembers(new LinkedHashSet<>(), loader);
    }

    @Override
    public LazyMembers members() {
        return members;
    }

    @Override
    public int size() {
        return members.loaded().size();
    }

    @Override
    public boolean contains(@Nullable Object member) {
        return members.loaded().contains(member);
    }

    @Override
    public boolean add(@Nullable Object member) {
        boolean added = members.loaded().add(member);
        if (added) members.touch();
        return added;
    }

    @Override
    public boolean remove(@Nullable Object member) {
        boolean removed = members.loaded().remove(member);
        if (removed) members.touch();
        return removed;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        Iterator<@Nullable Object> content = members.loaded().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return content.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return content.next();
            }

            @Override
            public void remove() {
                content.remove();
                members.touch();
            }
        };
    }
}
