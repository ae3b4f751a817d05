package io.github.cascadecontract.eclipselink;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.descriptors.DescriptorIterator;
import org.eclipse.persistence.internal.sessions.CommitManager;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.queries.Call;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * The methods of EclipseLink that the adapter needs and that are public but marked INTERNAL, for one unit of work. No other
 * class calls such methods, except {@link RelationValues}, {@link PartialObjects}, and those that extend classes of EclipseLink.
 */
final class Internals {
    private final RepeatableWriteUnitOfWork unitOfWork;
    private final RelationValues relations;
    private final PartialObjects partial;

    Internals(Session session) {
        this.unitOfWork = (RepeatableWriteUnitOfWork) session;
        this.relations = new RelationValues(unitOfWork);
        this.partial = new PartialObjects(unitOfWork);
    }

    /** What the relations of entities hold. */
    RelationValues relations() {
        return relations;
    }

    /** Objects of which only a part is in memory. */
    PartialObjects partial() {
        return partial;
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
        Object key = descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, unitOfWork, true);
        return key == null ? null : managed(descriptor.getJavaClass(), key);
    }

    private void makeFindable(Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        Object id = descriptor.getObjectBuilder().extractPrimaryKeyFromObject(entity, unitOfWork);
        unitOfWork.getIdentityMapAccessorInstance().putInIdentityMap(entity, id, null, 0, descriptor);
    }

    /** Gives an entity that is about to be inserted the parts of its id that come from parents, which have theirs now. */
    void completeId(Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        if (!descriptor.hasDerivedId() || !(unitOfWork instanceof ContractUnitOfWork governed)) return;
        governed.completeId(entity, descriptor);
        makeFindable(entity);
    }

    /** Whether an entity that is just being registered came with its id, so that no sequence gave it one. */
    boolean cameWithId(Object entity) {
        Collection<?> withoutGivenId = unitOfWork.getPrimaryKeyToNewObjects().get(null);
        return withoutGivenId != null && withoutGivenId.contains(entity);
    }

    /** Whether EclipseLink gives an entity its id when it is registered. */
    boolean usesSequence(Object entity) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(entity);
        return descriptor.usesSequenceNumbers() && !descriptor.getSequence().shouldAcquireValueAfterInsert();
    }

    /** The managed instance of a row, one marked for removal included; reads it if necessary. */
    @Nullable
    Object find(Class<?> type, Object id) {
        return findByKey(type, unitOfWork.getDescriptor(type).getCMPPolicy().createPrimaryKeyFromId(id, unitOfWork));
    }

    /** The same with a key as EclipseLink has it. */
    @Nullable
    Object findByKey(Class<?> type, Object key) {
        Object managed = managed(type, key);
        if (managed != null) return managed;
        ReadObjectQuery query = new ReadObjectQuery(type);
        query.setSelectionId(key);
        return unitOfWork.executeQuery(query);
    }

    /** The managed instance of a row, if there is one. */
    @Nullable
    Object managed(Class<?> type, Object key) {
        ClassDescriptor descriptor = unitOfWork.getDescriptor(type);
        return unitOfWork
                .getIdentityMapAccessorInstance()
                .getFromLocalIdentityMap(key, descriptor.getJavaClass(), true, descriptor);
    }

    /** Reads the row of a managed entity again; nothing cascades. Null if it is gone. */
    @Nullable
    Object reread(Object entity) {
        ReadObjectQuery query = new ReadObjectQuery();
        query.setSelectionObject(entity);
        query.refreshIdentityMapResult();
        query.cascadeByMapping();
        return unitOfWork.executeQuery(query);
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

    /** Where EclipseLink's own statements are counted. */
    Optional<FlushCounts> counts() {
        return unitOfWork.getParent() instanceof CountedSession session
                ? Optional.of(session.counts())
                : Optional.empty();
    }

    /** Whether they are counted; an application may have replaced what does it. */
    boolean isCounted() {
        return unitOfWork.getAccessor() instanceof CountingAccessor && counts().isPresent();
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

    /** Forgets everything that was registered, that waits for a flush, or that has failed; the transaction stays. */
    void startOver() {
        if (unitOfWork.getAccessor() instanceof DatabaseAccessor accessor)
            accessor.getActiveBatchWritingMechanism(unitOfWork).clear();
        if (unitOfWork instanceof ContractUnitOfWork governed) governed.startOver();
        else unitOfWork.clearForClose(true);
    }

    /** Flushes and commits, whatever may have failed before. */
    void commit() {
        unitOfWork.setShouldTerminateTransaction(true);
        unitOfWork.commitAndResume();
    }

    void flush() {
        unitOfWork.writeChanges();
    }

    @Nullable
    Object backup(Object entity) {
        return unitOfWork.getCloneMapping().get(entity);
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
