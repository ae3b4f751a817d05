package io.github.cascadecontract.mapping;

import jakarta.persistence.AccessType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Puts the attributes of embeddables in the place of the attributes that hold them. */
final class Flattening {
    private final AccessType access;
    private final Deque<Class<?>> path = new ArrayDeque<>();
    private final List<MappedAttribute> found = new ArrayList<>();

    private Flattening(AccessType access) {
        this.access = access;
    }

    /** The attributes that belong to the entity itself; an {@code @EmbeddedId} stays one. */
    static List<MappedAttribute> ofEntity(Class<?> entity) {
        return of(ClassAttributes.ownOf(entity), ClassAttributes.ownHierarchy(entity), entity);
    }

    /** The attributes of the entity and of all its superclasses. */
    static List<MappedAttribute> ofHierarchy(Class<?> entity) {
        return of(ClassAttributes.of(entity), ClassAttributes.mappedHierarchy(entity), entity);
    }

    /** The attributes of the embeddable that an attribute holds. */
    static List<MappedAttribute> ofEmbedded(MappedAttribute embedded, AccessType access) {
        Flattening flattening = new Flattening(access);
        flattening.enter(embedded);
        return flattening.found;
    }

    /** The attributes of an embeddable that is the element of a collection, seen from the element. */
    static List<MappedAttribute> ofElement(Class<?> type, MappedAttribute collection, AccessType access) {
        Flattening flattening = new Flattening(access);
        flattening.path.push(type);
        Overrides overrides = collection.overrides().inside(collection.local());
        for (Attribute inner : ClassAttributes.ofValue(type, access))
            flattening.add(new MappedAttribute(inner, inner, overrides));
        return flattening.found;
    }

    private static List<MappedAttribute> of(List<Attribute> attributes, List<Class<?>> hierarchy, Class<?> entity) {
        Flattening flattening = new Flattening(ClassAttributes.accessOf(entity));
        Overrides overrides = Overrides.of(hierarchy);
        attributes.forEach(attribute -> flattening.add(new MappedAttribute(attribute, attribute, overrides)));
        return flattening.found;
    }

    static boolean isEmbedded(MappedAttribute attribute) {
        boolean byType = attribute.local().type().isAnnotationPresent(Embeddable.class);
        return (byType || attribute.has(Embedded.class))
                && !attribute.has(EmbeddedId.class)
                && !attribute.has(ElementCollection.class)
                && !RelationReader.isRelation(attribute.local());
    }

    /** An embeddable that holds itself has no columns to end with; it is left as one attribute. */
    private void add(MappedAttribute attribute) {
        if (isEmbedded(attribute) && !path.contains(attribute.local().type())) enter(attribute);
        else found.add(attribute);
    }

    private void enter(MappedAttribute embedded) {
        Class<?> type = embedded.local().type();
        path.push(type);
        for (Attribute inner : ClassAttributes.ofValue(type, access)) add(embedded.inside(inner));
        path.pop();
    }
}
