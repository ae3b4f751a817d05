package io.github.cascadecontract.eclipselink;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.descriptors.DescriptorIterator;
import org.eclipse.persistence.internal.sessions.CommitManager;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.Call;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * The methods of EclipseLink that the adapter needs and that are public but marked INTERNAL, for one unit of work. No other
 * class calls such methods, except {@link ChangeDetection}, where the extension point asks for them.
 */
final class Internals {
    private final RepeatableWriteUnitOfWork unitOfWork;

    Internals(Session session) {
        this.unitOfWork = (RepeatableWriteUnitOfWork) session;
    }

    /** Everything registered, with its backup; the same map until the unit of work is cleared. */
    Map<?, ?> registered() {
        return unitOfWork.getCloneMapping();
    }

    boolean isRegistered(Object entity) {
        return unitOfWork.getCloneMapping().containsKey(entity);
    }

    boolean hasPending() {
        return unitOfWork.hasNewObjects();
    }

    boolean isPending(Object entity) {
        return unitOfWork.isCloneNewObject(entity);
    }

    boolean isMarkedRemoved(Object entity) {
        return unitOfWork.isObjectDeleted(entity);
    }

    /** The registered instance of the same class and id, null if there is none. */
    @Nullable
    Object twin(Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        Object id = descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, unitOfWork, true);
        if (id == null) return null;
        return unitOfWork
                .getIdentityMapAccessorInstance()
                .getFromLocalIdentityMap(id, descriptor.getJavaClass(), true, descriptor);
    }

    private void makeFindable(Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        Object id = descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, unitOfWork);
        unitOfWork.getIdentityMapAccessorInstance().putInIdentityMap(entity, id, null, 0, descriptor);
    }

    /** Whether an entity that is just being registered came with its id, so that no sequence gave it one. */
    boolean cameWithId(Object entity) {
        Collection<?> withoutGivenId = unitOfWork.getPrimaryKeyToNewObjects().get(null);
        return withoutGivenId != null && withoutGivenId.contains(entity);
    }

    /** Whether a pending entity is the copy that a merge made. */
    boolean isMergeCopy(Object entity) {
        return unitOfWork.getNewObjectsCloneToMergeOriginal().containsKey(entity);
    }

    /** Whether EclipseLink gives an entity its id when it is registered. */
    boolean usesSequence(Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        return descriptor.usesSequenceNumbers() && !descriptor.getSequence().shouldAcquireValueAfterInsert();
    }

    void register(Object entity) {
        unitOfWork.registerNewObjectForPersist(entity, new IdentityHashMap<>());
    }

    /** Makes the detached instance itself a managed one, without a SELECT. */
    @SuppressWarnings("unchecked")
    void adopt(Object detached) {
        Object backup = unitOfWork.getDescriptor(detached).getObjectBuilder().buildBackupClone(detached, unitOfWork);
        unitOfWork.getCloneMapping().put(detached, backup);
    }

    void forget(Object entity) {
        unitOfWork.unregisterObject(entity, DescriptorIterator.NoCascading);
    }

    void markRemoved(Object entity) {
        unitOfWork.performRemove(entity, new IdentityHashMap<>());
    }

    void unmarkRemoved(Object entity) {
        unitOfWork.getDeletedObjects().remove(entity);
    }

    /**
     * Deletes the row of a registered entity now and forgets the entity. EclipseLink looks entities up by id, where a new
     * entity with the same id may already stand: it steps aside meanwhile.
     */
    void delete(Object entity) {
        Object twin = twin(entity);
        makeFindable(entity);
        try {
            deleteRow(entity);
            unitOfWork.getObjectsDeletedDuringCommit().remove(entity);
            forget(entity);
        } finally {
            if (twin != null && twin != entity) makeFindable(twin);
        }
    }

    private void deleteRow(Object entity) {
        begin();
        if (unitOfWork.getUnitOfWorkChangeSet() == null)
            unitOfWork.setUnitOfWorkChangeSet(new UnitOfWorkChangeSet(unitOfWork));
        CommitManager commit = unitOfWork.getCommitManager();
        commit.setIsActive(true);
        try {
            unitOfWork.deleteObject(entity);
        } finally {
            commit.setIsActive(false);
        }
    }

    /** Sends the deletions that wait in a batch. */
    void sendDeletions() {
        unitOfWork.writesCompleted();
        endDeletions();
    }

    /** Lets EclipseLink forget what it has deleted, or tried to. */
    void endDeletions() {
        unitOfWork.getCommitManager().reinitialize();
    }

    /** Whether an entity that was pending when the flush began has its row by now. */
    boolean isInserted(Object entity) {
        return !isPending(entity) || unitOfWork.getCommitManager().isCommitCompletedInPostOrIgnore(entity);
    }

    /** The connection of the transaction, with everything sent that was waiting in a batch. */
    Connection connection() {
        begin();
        unitOfWork.writesCompleted();
        Accessor accessor = unitOfWork.getAccessor();
        accessor.incrementCallCount(unitOfWork.getParent());
        accessor.decrementCallCount();
        return accessor.getConnection();
    }

    private void begin() {
        if (!unitOfWork.isInTransaction()) unitOfWork.beginEarlyTransaction();
    }

    void flush() {
        unitOfWork.writeChanges();
    }

    @Nullable
    Object backup(Object entity) {
        return unitOfWork.getCloneMapping().get(entity);
    }

    @Nullable
    Object attribute(ForeignReferenceMapping mapping, Object entity) {
        return mapping.getAttributeValueFromObject(entity);
    }

    boolean isLoaded(ForeignReferenceMapping mapping, @Nullable Object attribute) {
        return attribute == null || mapping.getIndirectionPolicy().objectIsInstantiated(attribute);
    }

    /** The value itself; loads it if necessary. */
    @Nullable
    Object value(ForeignReferenceMapping mapping, Object entity) {
        return mapping.getRealAttributeValueFromObject(entity, unitOfWork);
    }

    /** Reads what the database holds for an entity that this unit of work does not manage. */
    @Nullable
    Object select(ForeignReferenceMapping mapping, Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        return unitOfWork.executeQuery(
                mapping.getSelectionQuery(), descriptor.getObjectBuilder().buildRowForTranslation(entity, unitOfWork));
    }

    /** Sets a reference so that change tracking sees it. */
    void set(ForeignReferenceMapping mapping, Object entity, @Nullable Object value) {
        mapping.getIndirectionPolicy().setRealAttributeValueInObject(entity, value, true);
    }

    /** Lets the backup say what the database holds already. */
    void setInBackup(ForeignReferenceMapping mapping, Object entity, @Nullable Object value) {
        Object backup = backup(entity);
        if (backup != null && backup != entity) mapping.setRealAttributeValueInObject(backup, value);
    }

    /** Takes the changes of an entity out of the calculated change set, so that it is neither updated nor backed up. */
    void dropChanges(Object entity) {
        UnitOfWorkChangeSet changes = (UnitOfWorkChangeSet) unitOfWork.getUnitOfWorkChangeSet();
        if (changes != null)
            changes.removeObjectChangeSet((ObjectChangeSet) changes.getObjectChangeSetForClone(entity));
    }

    /** Inserts of one class happen in the given order. */
    void orderInserts(List<?> entities) {
        UnitOfWorkChangeSet changes = (UnitOfWorkChangeSet) unitOfWork.getUnitOfWorkChangeSet();
        Map<Object, Integer> ranks = new IdentityHashMap<>();
        for (Object entity : entities) ranks.put(entity, ranks.size());
        changes.getNewObjectChangeSets().replaceAll((type, inserts) -> new InOrder(inserts, ranks));
    }

    /** A batch of UPDATEs fails if one of them finds no row. */
    static void expectRow(Call call) {
        if (call instanceof DatabaseCall statement && statement.getQuery().isUpdateObjectQuery())
            statement.setHasOptimisticLock(true);
    }

    private static final class InOrder extends IdentityHashMap<ObjectChangeSet, ObjectChangeSet> {
        private static final long serialVersionUID = 1L;

        private final transient Map<Object, Integer> ranks;

        InOrder(Map<ObjectChangeSet, ObjectChangeSet> inserts, Map<Object, Integer> ranks) {
            super(inserts);
            this.ranks = ranks;
        }

        @Override
        public Collection<ObjectChangeSet> values() {
            List<ObjectChangeSet> ordered = new ArrayList<>(super.values());
            ordered.sort(
                    Comparator.comparing(insert -> ranks.getOrDefault(insert.getUnitOfWorkClone(), Integer.MAX_VALUE)));
            return ordered;
        }
    }
}
