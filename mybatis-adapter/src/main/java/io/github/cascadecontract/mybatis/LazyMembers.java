package io.github.cascadecontract.mybatis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a lazy collection holds: nothing but queued additions before it is loaded, its members afterwards, and which members
 * it had when it was last in step with the database.
 */
final class LazyMembers {
    private final Collection<@Nullable Object> content;
    private final List<@Nullable Object> queued = new ArrayList<>(0);
    private final Supplier<? extends Collection<?>> loader;
    private boolean loaded;
    private List<?> before = List.of();
    private boolean modified;

    /**
     * Begins unloaded.
     *
     * @param content an empty collection of the wanted kind
     * @param loader selects the members
     */
    LazyMembers(Collection<@Nullable Object> content, Supplier<? extends Collection<?>> loader) {
        this.content = content;
        this.loader = loader;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** The members; selects them on first use. */
    Collection<@Nullable Object> loaded() {
        if (!loaded) fill(loader.get());
        return content;
    }

    /** Loads with members that were selected together with those of other owners. */
    void fill(Collection<?> selected) {
        // A callback of one of the members may have used the collection meanwhile.
        if (loaded) return;
        loaded = true;
        before = new ArrayList<>(selected);
        content.addAll(before);
        for (Object addition : queued) if (!isHeld(addition)) content.add(addition);
        queued.clear();
    }

    /** Begins anew: changes are forgotten, the next use selects. */
    void unload() {
        loaded = false;
        before = List.of();
        content.clear();
        queued.clear();
        modified = false;
    }

    void queue(@Nullable Object addition) {
        queued.add(addition);
        modified = true;
    }

    /** The members if loaded, else the queued additions. */
    Collection<@Nullable Object> inMemory() {
        return isLoaded() ? content : queued;
    }

    void touch() {
        modified = true;
    }

    boolean isModified() {
        return modified;
    }

    List<?> before() {
        return before;
    }

    /** The database has what the collection holds now; what was queued has become a row and is seen on loading. */
    void inStep() {
        if (!modified) return;
        before = new ArrayList<>(content);
        queued.clear();
        modified = false;
    }

    private boolean isHeld(@Nullable Object addition) {
        return content.stream().anyMatch(member -> member == addition);
    }
}
