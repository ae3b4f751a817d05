package io.github.cascadecontract.eclipselink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.queries.ReadObjectQuery;

/** Objects of entity classes of which only a part is in memory. */
final class PartialObjects {
    private final RepeatableWriteUnitOfWork unitOfWork;

    PartialObjects(RepeatableWriteUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** A new object of an entity class with an id and nothing else. */
    Object hollow(Class<?> type, Object key) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(type);
        Object hollow = descriptor.getInstantiationPolicy().buildNewInstance();
        ObjectBuilder builder = descriptor.getObjectBuilder();
        AbstractRecord row = builder.buildRowFromPrimaryKeyValues(key, unitOfWork);
        builder.buildPrimaryKeyAttributesIntoObject(hollow, row, new ReadObjectQuery(type), unitOfWork);
        return hollow;
    }

    /**
     * Reads what a woven object has not read yet of its basic attributes, so that it may be looked at without its methods.
     * EclipseLink would overwrite the rest of an object that it does not manage.
     */
    void complete(Object entity) {
        FetchGroup part = entity instanceof FetchGroupTracker partly ? partly._persistence_getFetchGroup() : null;
        if (part == null) return;
        FetchGroupTracker tracker = (FetchGroupTracker) entity;
        Map<DatabaseMapping, Object> present = new LinkedHashMap<>();
        for (DatabaseMapping mapping : unitOfWork.getDescriptor(entity).getMappings())
            if (tracker._persistence_isAttributeFetched(mapping.getAttributeName()))
                present.put(mapping, mapping.getAttributeValueFromObject(entity));
        part.onUnfetchedAttribute(tracker, null);
        present.forEach((mapping, value) -> mapping.setAttributeValueInObject(entity, value));
    }
}
