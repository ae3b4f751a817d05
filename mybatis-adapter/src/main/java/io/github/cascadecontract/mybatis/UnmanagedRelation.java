package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Relations of new, pending and detached entities: what their attributes hold, nothing is ever loaded. */
final class UnmanagedRelation {
    private UnmanagedRelation() {}

    static boolean isLoaded(Object entity, Relation relation, PersistenceContext context) {
        Object value = relation.attribute().get(entity);
        if (value instanceof LazyCollection lazy) return lazy.members().isLoaded();
        return value == null || relation.isCollection() || !context.isHollow(value);
    }

    static Collection<? extends @Nullable Object> members(Object entity, Relation relation) {
        Object value = relation.attribute().get(entity);
        if (value instanceof LazyCollection lazy) return lazy.members().inMemory();
        return relation.isCollection() ? Members.of(value) : ReferenceState.listOf(value);
    }
}
