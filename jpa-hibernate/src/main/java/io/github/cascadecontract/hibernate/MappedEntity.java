package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.mapping.NestedAttribute;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the contract as Hibernate's runtime model has it. Hibernate keeps the state of an entity in arrays, an
 * embeddable as one value among the others; a reference that is a part of the id is not there.
 */
final class MappedEntity {
    private static final int ABSENT = -1;

    private final EntityModel model;
    private final EntityPersister persister;
    private final LazyAttributes lazy;
    private final Map<Relation, Integer> positions = new IdentityHashMap<>();
    private final List<String> names;
    private final List<Relation> inverseReferences;

    MappedEntity(EntityModel model, EntityPersister persister) {
        this.model = model;
        this.persister = persister;
        this.lazy = new LazyAttributes(persister);
        this.names = Arrays.asList(persister.getPropertyNames());
        model.relations().forEach(relation -> positions.put(relation, position(relation.attribute())));
        this.inverseReferences = model.relations().stream()
                .filter(relation -> !relation.isCollection() && relation.keySide() == KeySide.TARGET)
                .toList();
    }

    EntityModel model() {
        return model;
    }

    EntityPersister persister() {
        return persister;
    }

    /** Whether the database gives the id at the INSERT. */
    boolean hasIdentityId() {
        return model.mapping().ids().stream().anyMatch(id -> id.generation() == IdGeneration.IDENTITY);
    }

    /** The one-to-one relations whose key is on the other side. */
    List<Relation> inverseReferences() {
        return inverseReferences;
    }

    LazyAttributes lazy() {
        return lazy;
    }

    /** Where the attribute, or the embeddable that has it, is in the arrays; -1 if it is a part of the id. */
    int position(Attribute attribute) {
        return names.indexOf(outermost(attribute).name());
    }

    /** See {@link #position(Attribute)}. */
    int position(Relation relation) {
        return Objects.requireNonNull(positions.get(relation), relation::toString);
    }

    /** Whether the relation's key is a part of the id and nothing else. */
    boolean isInId(Relation relation) {
        return position(relation) == ABSENT;
    }

    @Nullable
    Object value(Object entity, Relation relation) {
        Attribute attribute = relation.attribute();
        return isTopLevel(attribute) && !isInId(relation)
                ? persister.getValue(entity, position(relation))
                : attribute.get(entity);
    }

    void setValue(Object entity, Relation relation, @Nullable Object value) {
        setValue(entity, relation.attribute(), value);
    }

    void setValue(Object entity, Attribute attribute, @Nullable Object value) {
        int position = position(attribute);
        if (isTopLevel(attribute) && position != ABSENT) persister.setValue(entity, position, value);
        else attribute.set(entity, value);
        if (position != ABSENT) lazy.changed(entity, position);
    }

    /** The relation's value in an array of entity state; null if it is not there. */
    @Nullable
    Object valueIn(@Nullable Object[] state, Relation relation) {
        return isInId(relation) ? null : inner(state[position(relation)], relation.attribute());
    }

    void setValueIn(@Nullable Object[] state, Relation relation, @Nullable Object value) {
        if (isInId(relation)) return;
        int position = position(relation);
        if (!(relation.attribute() instanceof NestedAttribute nested)) state[position] = value;
        else {
            Object holder = inner(state[position], nested.holder());
            if (holder != null && !holder.getClass().isRecord()) nested.inner().set(holder, value);
        }
    }

    /** A new collection of the kind that the relation's attribute takes. */
    Object newCollection(Relation relation) {
        return collection(relation).getCollectionType().instantiate(-1);
    }

    CollectionPersister collection(Relation relation) {
        var models = persister.getFactory().getMappingMetamodel();
        String declaring = models.getEntityDescriptor(relation.entity().type()).getEntityName();
        return models.getCollectionDescriptor(declaring + "." + relation.name());
    }

    /** Whether Hibernate's UPDATE writes the key when the child's attribute changes. */
    boolean updates(ForeignKey key) {
        Relation childSide = key.childSide();
        return childSide != null
                && !isInId(childSide)
                && !childSide.mapping().isPartOfId()
                && persister.getPropertyUpdateability()[position(childSide)];
    }

    /** The position of the key that is written by hand, -1 if Hibernate inserts the child's attribute. */
    int insertedKey(ForeignKey key) {
        return names.indexOf(KeyProperty.nameOf(key));
    }

    /** What the attribute holds, given the value of the entity's own attribute that it is or is inside of. */
    private static @Nullable Object inner(@Nullable Object own, Attribute attribute) {
        if (!(attribute instanceof NestedAttribute nested)) return own;
        Object holder = inner(own, nested.holder());
        return holder == null ? null : nested.inner().get(holder);
    }

    private static Attribute outermost(Attribute attribute) {
        return attribute instanceof NestedAttribute nested ? outermost(nested.holder()) : attribute;
    }

    private static boolean isTopLevel(Attribute attribute) {
        return !(attribute instanceof NestedAttribute);
    }
}
