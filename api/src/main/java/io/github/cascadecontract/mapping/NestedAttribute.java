package io.github.cascadecontract.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an embeddable, seen from the entity that embeds it: {@code address.city}. Where there is no embeddable
 * object, reading yields null, writing a value makes one, and writing null leaves things as they are. A record is replaced
 * by a changed copy.
 *
 * @param holder the attribute that holds the embeddable, itself nested where embeddables are
 * @param inner the attribute of the embeddable
 */
public record NestedAttribute(Attribute holder, Attribute inner) implements Attribute {
    @Override
    public String name() {
        return holder.name() + "." + inner.name();
    }

    @Override
    public Class<?> type() {
        return inner.type();
    }

    @Override
    public Type genericType() {
        return inner.genericType();
    }

    @Override
    public AnnotatedElement element() {
        return inner.element();
    }

    @Override
    public @Nullable Object get(Object entity) {
        Object embeddable = holder.get(entity);
        return embeddable == null ? null : inner.get(embeddable);
    }

    @Override
    public void set(Object entity, @Nullable Object value) {
        ValueObjects.with(entity, this, value);
    }
}
