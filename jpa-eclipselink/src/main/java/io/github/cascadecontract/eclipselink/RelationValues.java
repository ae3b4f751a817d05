package io.github.cascadecontract.eclipselink;

import java.util.Arrays;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.indirection.IndirectionPolicy;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/** What relations hold, read and written through EclipseLink's mappings, lazy and woven ones included. */
final class RelationValues {
    private final RepeatableWriteUnitOfWork unitOfWork;

    RelationValues(RepeatableWriteUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** What an entity has in the attribute of a relation: a value, or what knows how to read it. */
    @Nullable
    Object attribute(MappedRelation relation, Object entity) {
        Object holder = holder(relation, entity);
        return holder == null ? null : relation.mapping().getAttributeValueFromObject(holder);
    }

    /** The object that has the attribute: the entity, or an embeddable of it that may be missing. */
    private static @Nullable Object holder(MappedRelation relation, Object entity) {
        Object holder = entity;
        for (AggregateObjectMapping embedded : relation.embeddables()) {
            holder = embedded.getAttributeValueFromObject(holder);
            if (holder == null) return null;
        }
        return holder;
    }

    /** The same, with new embeddables where they are missing. */
    private static Object madeHolder(MappedRelation relation, Object entity) {
        Object holder = entity;
        for (AggregateObjectMapping embedded : relation.embeddables()) {
            Object next = embedded.getAttributeValueFromObject(holder);
            if (next == null) {
                next = embedded.getReferenceDescriptor()
                        .getInstantiationPolicy()
                        .buildNewInstance();
                embedded.setAttributeValueInObject(holder, next);
            }
            holder = next;
        }
        return holder;
    }

    boolean isInstantiated(MappedRelation relation, @Nullable Object attribute) {
        return attribute == null || relation.mapping().getIndirectionPolicy().objectIsInstantiated(attribute);
    }

    boolean isLoaded(MappedRelation relation, Object entity) {
        return isInstantiated(relation, attribute(relation, entity));
    }

    /** The value itself; loads it if necessary. */
    @Nullable
    Object value(MappedRelation relation, Object entity) {
        Object holder = holder(relation, entity);
        if (holder == null) return null;
        relation.mapping().instantiateAttribute(holder, unitOfWork);
        return relation.mapping().getRealAttributeValueFromObject(holder, unitOfWork);
    }

    /** Reads what the database holds for an entity that this unit of work does not manage. */
    @Nullable
    Object select(MappedRelation relation, Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        return unitOfWork.executeQuery(
                relation.mapping().getSelectionQuery(),
                descriptor.getObjectBuilder().buildRowForTranslation(entity, unitOfWork));
    }

    /** Sets a relation so that change tracking sees it. */
    void set(MappedRelation relation, Object entity, @Nullable Object value) {
        if (value == null && holder(relation, entity) == null) return;
        IndirectionPolicy policy = relation.mapping().getIndirectionPolicy();
        policy.setRealAttributeValueInObject(madeHolder(relation, entity), value, true);
    }

    /** Lets a relation hold the given members; a collection stays the same object. */
    void assign(MappedRelation relation, Object entity, List<Object> members) {
        if (!relation.isCollection()) {
            set(relation, entity, members.isEmpty() ? null : members.get(0));
            return;
        }
        ContainerPolicy policy = relation.mapping().getContainerPolicy();
        Object collection = value(relation, entity);
        Object filled = collection == null ? policy.containerInstance(members.size()) : collection;
        policy.clear(filled);
        for (Object member : members) policy.addInto(member, filled, unitOfWork);
        if (collection == null) set(relation, entity, filled);
    }

    /** Sets a reference that was not read; EclipseLink would read it for the sake of comparison. */
    void replaceUnread(MappedRelation relation, Object entity, @Nullable Object before, List<Object> members) {
        Object backup = unitOfWork.getCloneMapping().get(entity);
        if (backup != null && backup != entity) putUnread(relation, backup, before);
        putUnread(relation, entity, members.isEmpty() ? null : members.get(0));
    }

    private static void putUnread(MappedRelation relation, Object entity, @Nullable Object value) {
        relation.mapping().setAttributeValueInObject(madeHolder(relation, entity), new ValueHolder<>(value));
    }

    /** Lets the backup say what the database holds already. */
    void setInBackup(MappedRelation relation, Object entity, @Nullable Object value) {
        Object backup = unitOfWork.getCloneMapping().get(entity);
        Object holder = backup == null || backup == entity ? null : holder(relation, backup);
        if (holder != null) relation.mapping().setRealAttributeValueInObject(holder, value);
    }

    /** The key of the row that an unread reference refers to, null if there is none or it is not known. */
    @Nullable
    Object keyOfUnread(MappedRelation relation, Object entity) {
        Object reference = attribute(relation, entity);
        if (isInstantiated(relation, reference) || relation.isCollection()) return null;
        AbstractRecord row = relation.mapping().getIndirectionPolicy().extractReferenceRow(reference);
        OneToOneMapping mapping = (OneToOneMapping) relation.mapping();
        Object key = row == null ? null : mapping.extractPrimaryKeysForReferenceObjectFromRow(row);
        boolean partly = key instanceof CacheId parts
                && Arrays.asList(parts.getPrimaryKey()).contains(null);
        return partly ? null : key;
    }
}
