package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An inverse one-to-one: the key is in the other row, so that only a SELECT tells whether there is one. Until it is loaded
 * the attribute is null; a value that the application assigns meanwhile replaces the unknown one.
 */
final class InverseReferenceState implements SelectedState {
    private final Object entity;
    private final Attribute attribute;
    private final Supplier<? extends Collection<?>> loader;
    private boolean known;
    private boolean assigned;
    private @Nullable Object before;

    private InverseReferenceState(Object entity, Attribute attribute, Supplier<? extends Collection<?>> loader) {
        this.entity = entity;
        this.attribute = attribute;
        this.loader = loader;
    }

    /** Begins unloaded. */
    static InverseReferenceState unloaded(
            Object entity, Attribute attribute, Supplier<? extends Collection<?>> loader) {
        return new InverseReferenceState(entity, attribute, loader);
    }

    /** Begins in step with what the attribute holds. */
    static InverseReferenceState loaded(Object entity, Attribute attribute, Supplier<? extends Collection<?>> loader) {
        InverseReferenceState state = new InverseReferenceState(entity, attribute, loader);
        state.known = true;
        state.before = attribute.get(entity);
        return state;
    }

    /** The application is about to assign a value. */
    void assign() {
        assigned = true;
    }

    @Override
    public boolean mayHaveChanged() {
        return known ? attribute.get(entity) != before : isAssigned();
    }

    @Override
    public boolean isLoaded() {
        return known || isAssigned();
    }

    @Override
    public Collection<?> members() {
        return isLoaded() ? ReferenceState.listOf(attribute.get(entity)) : List.of();
    }

    @Override
    public Collection<?> load() {
        if (!isLoaded()) {
            loadBefore();
            attribute.set(entity, before);
            inStep();
        }
        return members();
    }

    @Override
    public Collection<?> before() {
        if (!isLoaded()) load();
        else if (!known) loadBefore();
        return ReferenceState.listOf(before);
    }

    @Override
    public void fill(Collection<?> selected) {
        before = first(selected);
        known = true;
        attribute.set(entity, before);
    }

    @Override
    public void inStep() {
        if (!known && !isAssigned()) return;
        before = attribute.get(entity);
        known = true;
        assigned = false;
    }

    private void loadBefore() {
        before = first(loader.get());
        known = true;
    }

    private static @Nullable Object first(Collection<?> selected) {
        Iterator<?> rows = selected.iterator();
        return rows.hasNext() ? rows.next() : null;
    }

    /** A property's getter would load, so only a field is looked at directly. */
    private boolean isAssigned() {
        return assigned || attribute.element() instanceof Field && attribute.get(entity) != null;
    }
}
