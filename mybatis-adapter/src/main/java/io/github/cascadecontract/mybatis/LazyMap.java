package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map by an attribute of its members, which are selected on first use. */
final class LazyMap extends AbstractMap<@Nullable Object, @Nullable Object> implements LazyCollection {
    private final Map<@Nullable Object, @Nullable Object> content = new LinkedHashMap<>();
    private final LazyMembers members;

    /**
     * Begins unloaded.
     *
     * @param key the attribute of a member that is its key
     * @param loader selects the members
     */
    LazyMap(Attribute key, Supplier<? extends Collection<?>> loader) {
        this.members = new LazyMembers(new Values(key), loader);
    }

    @Override
    public LazyMembers members() {
        return members;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return loaded().containsKey(key);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return loaded().get(key);
    }

    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object member) {
        Object replaced = loaded().put(key, member);
        members.touch();
        return replaced;
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        boolean held = loaded().containsKey(key);
        if (held) members.touch();
        return content.remove(key);
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private Map<@Nullable Object, @Nullable Object> loaded() {
        members.loaded();
        return content;
    }

    private final class Entries extends AbstractSet<Entry<@Nullable Object, @Nullable Object>> {
        @Override
        public int size() {
            return loaded().size();
        }

        @Override
        public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
            Iterator<Entry<@Nullable Object, @Nullable Object>> entries =
                    loaded().entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Entry<@Nullable Object, @Nullable Object> next() {
                    return new TouchingEntry(entries.next());
                }

                @Override
                public void remove() {
                    entries.remove();
                    members.touch();
                }
            };
        }
    }

    /** A member may be replaced by way of its entry. */
    private final class TouchingEntry extends SimpleEntry<@Nullable Object, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        private final transient Entry<@Nullable Object, @Nullable Object> entry;

        TouchingEntry(Entry<@Nullable Object, @Nullable Object> entry) {
            super(entry);
            this.entry = entry;
        }

        @Override
        public @Nullable Object setValue(@Nullable Object member) {
            members.touch();
            entry.setValue(member);
            return super.setValue(member);
        }
    }

    /** The members as a collection to which selected ones are added. */
    private final class Values extends AbstractCollection<@Nullable Object> {
        private final Attribute key;

        Values(Attribute key) {
            this.key = key;
        }

        @Override
        public boolean add(@Nullable Object member) {
            content.put(member == null ? null : key.get(member), member);
            return true;
        }

        @Override
        public Iterator<@Nullable Object> iterator() {
            return content.values().iterator();
        }

        @Override
        public int size() {
            return content.size();
        }
    }
}
