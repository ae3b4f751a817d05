package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A many-to-one or owning one-to-one: the key is in the entity's own row. */
final class ReferenceState implements RelationState {
    private final Object entity;
    private final Attribute attribute;
    private final PersistenceContext context;
    private @Nullable Object before;

    /** Begins in step with what the attribute holds. */
    ReferenceState(Object entity, Attribute attribute, PersistenceContext context) {
        this.entity = entity;
        this.attribute = attribute;
        this.context = context;
        this.before = attribute.get(entity);
    }

    @Override
    public boolean mayHaveChanged() {
        return attribute.get(entity) != before;
    }

    @Override
    public boolean isLoaded() {
        Object target = attribute.get(entity);
        return target == null || !context.isHollow(target);
    }

    @Override
    public Collection<?> members() {
        return listOf(attribute.get(entity));
    }

    @Override
    public Collection<?> load() {
        Object target = attribute.get(entity);
        return target == null ? List.of() : listOf(context.initialize(target));
    }

    @Override
    public Collection<?> before() {
        return listOf(before);
    }

    @Override
    public void inStep() {
        before = attribute.get(entity);
    }

    static List<?> listOf(@Nullable Object target) {
        return target == null ? List.of() : List.of(target);
    }
}
