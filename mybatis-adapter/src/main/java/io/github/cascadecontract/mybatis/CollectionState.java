package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A collection: the adapter's own lazy one, or whatever the application put in its place, which is compared by member. */
final class CollectionState implements SelectedState {
    private final Object entity;
    private final Attribute attribute;
    private final @Nullable LazyMembers own;
    private @Nullable Object collection;
    private List<?> members = List.of();

    private CollectionState(Object entity, Attribute attribute, @Nullable LazyMembers own) {
        this.entity = entity;
        this.attribute = attribute;
        this.own = own;
        this.collection = attribute.get(entity);
    }

    /** Begins with a lazy collection, which is set as the attribute's value. */
    static CollectionState lazy(Object entity, Attribute attribute, LazyCollection collection) {
        attribute.set(entity, collection);
        return new CollectionState(entity, attribute, collection.members());
    }

    /** Begins in step with what the application made. */
    static CollectionState given(Object entity, Attribute attribute) {
        CollectionState state = new CollectionState(entity, attribute, null);
        state.inStep();
        return state;
    }

    @Override
    public boolean mayHaveChanged() {
        Object now = attribute.get(entity);
        if (now != collection) return true;
        return isOwn(now) ? own().isModified() : !isSame(Members.of(now), members);
    }

    @Override
    public boolean isLoaded() {
        return !isOwn(attribute.get(entity)) || own().isLoaded();
    }

    @Override
    public Collection<? extends @Nullable Object> members() {
        Object now = attribute.get(entity);
        return isOwn(now) ? own().inMemory() : Members.of(now);
    }

    @Override
    public Collection<? extends @Nullable Object> load() {
        Object now = attribute.get(entity);
        return isOwn(now) ? own().loaded() : Members.of(now);
    }

    @Override
    public void fill(Collection<?> selected) {
        own().fill(selected);
    }

    @Override
    public Collection<?> before() {
        if (!isOwn(collection)) return members;
        if (attribute.get(entity) != collection) own().loaded();
        return own().before();
    }

    @Override
    public void inStep() {
        collection = attribute.get(entity);
        if (isOwn(collection)) own().inStep();
        else members = new ArrayList<>(Members.of(collection));
    }

    /** Forgets changes and members, so that the next use selects; false if there is no lazy collection to go back to. */
    boolean unload() {
        if (!isOwn(collection)) return false;
        attribute.set(entity, collection);
        own().unload();
        return true;
    }

    private LazyMembers own() {
        return Objects.requireNonNull(own);
    }

    private boolean isOwn(@Nullable Object value) {
        return own != null && value instanceof LazyCollection lazy && lazy.members() == own;
    }

    private static boolean isSame(Collection<?> now, List<?> before) {
        if (now.size() != before.size()) return false;
        Iterator<?> other = before.iterator();
        for (Object member : now) if (member != other.next()) return false;
        return true;
    }
}
