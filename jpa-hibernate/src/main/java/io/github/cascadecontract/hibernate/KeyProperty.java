package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.ForeignKey;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.mapping.Backref;
import org.hibernate.mapping.Collection;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;
import org.jspecify.annotations.Nullable;

/**
 * A key for which the child has no attribute, as an invisible property of the child, so that it goes into the child's INSERT.
 * Hibernate makes one of its own where the key is NOT NULL; that one searches all entities for the owner.
 */
final class KeyProperty extends Backref {
    private static final long serialVersionUID = 1L;

    private final transient ForeignKey key;

    KeyProperty(ForeignKey key, Collection collection) {
        this.key = key;
        setName(nameOf(key));
        setOptional(true);
        setUpdatable(false);
        setSelectable(false);
        setCollectionRole(collection.getRole());
        setEntityName(collection.getOwner().getEntityName());
        setValue(collection.getKey());
    }

    static String nameOf(ForeignKey key) {
        return "_key_" + String.join("_", key.columns());
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Hibernate
    public PropertyAccessStrategy getPropertyAccessStrategy(@Nullable Class entityClass) {
        return new Access(new KeyGetter(key));
    }

    private record Access(Getter getter) implements PropertyAccessStrategy, PropertyAccess {
        @Override
        public PropertyAccess buildPropertyAccess(Class<?> container, String name, boolean setterRequired) {
            return this;
        }

        @Override
        public PropertyAccessStrategy getPropertyAccessStrategy() {
            return this;
        }

        @Override
        public Getter getGetter() {
            return getter;
        }

        @Override
        public Setter getSetter() {
            return NoSetter.INSTANCE;
        }
    }

    /** Tells the parent's id when the child becomes managed; an entity does not know it later. */
    private static final class KeyGetter implements Getter {
        private static final long serialVersionUID = 1L;

        private final transient ForeignKey key;

        KeyGetter(ForeignKey key) {
            this.key = key;
        }

        @Override
        public @Nullable Object get(Object child) {
            return null;
        }

        @Override
        public @Nullable Object getForInsert(
                Object child, @Nullable Map<Object, Object> merged, SharedSessionContractImplementor session) {
            GovernedSession governed = session instanceof EventSource events ? Governance.sessionOf(events) : null;
            return governed == null ? null : governed.pendingRows().parentId(child, key);
        }

        @Override
        public Class<?> getReturnTypeClass() {
            return Object.class;
        }

        @Override
        public Type getReturnType() {
            return Object.class;
        }

        @Override
        public @Nullable Member getMember() {
            return null;
        }

        @Override
        public @Nullable String getMethodName() {
            return null;
        }

        @Override
        public @Nullable Method getMethod() {
            return null;
        }
    }

    private enum NoSetter implements Setter {
        INSTANCE;

        @Override
        public void set(Object child, @Nullable Object value) {
            // The key is not part of the child's state.
        }

        @Override
        public @Nullable String getMethodName() {
            return null;
        }

        @Override
        public @Nullable Method getMethod() {
            return null;
        }
    }
}
