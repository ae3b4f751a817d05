package io.github.cascadecontract.eclipselink;

import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.ReferenceMode;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/** EclipseLink's unit of work, which asks the contract what merge, refresh and detach of its entities do. */
final class ContractUnitOfWork extends RepeatableWriteUnitOfWork {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Governance governance;

    /**
     * Begins a unit of work.
     *
     * @param governance null before the session is customised
     */
    ContractUnitOfWork(AbstractSession parent, ReferenceMode references, @Nullable Governance governance) {
        super(parent, references);
        this.governance = governance;
    }

    @Override
    public @Nullable Object mergeCloneWithReferences(Object given, int cascadePolicy, boolean forceCascade) {
        CascadeUnit unit = unit(given);
        if (unit == null) return super.mergeCloneWithReferences(given, cascadePolicy, forceCascade);
        return unit.merge(given, List.of());
    }

    /** To EclipseLink removing a new object is nothing, to the contract it takes it out (rule REM-4). */
    @Override
    @SuppressWarnings("rawtypes") // as it is declared there
    public void performRemove(Object entity, Map visited) {
        CascadeUnit unit = unit(entity);
        if (unit != null && unit.isNew(entity)) unit.removeUnmanaged(entity);
        super.performRemove(entity, visited);
    }

    @Override
    public void unregisterObject(Object entity, int depth, boolean forDetach) {
        CascadeUnit unit = forDetach ? unit(entity) : null;
        if (unit == null) super.unregisterObject(entity, depth, forDetach);
        else unit.detach(entity);
    }

    /** A refresh comes as a query that rereads an object. */
    @Override
    public @Nullable Object executeQuery(DatabaseQuery query, AbstractRecord row, int retries) {
        Object refreshed = refreshedBy(query);
        CascadeUnit unit = unit(refreshed);
        if (refreshed == null || unit == null || unit.isExecuting()) return super.executeQuery(query, row, retries);
        unit.refresh(refreshed, () -> super.executeQuery(query, row, retries));
        return refreshed;
    }

    private static @Nullable Object refreshedBy(DatabaseQuery query) {
        boolean refreshes = query instanceof ReadObjectQuery read && read.shouldRefreshIdentityMapResult();
        return refreshes ? ((ReadObjectQuery) query).getSelectionObject() : null;
    }

    /** Copies the ids of parents where they are part of the entity's own. */
    void completeId(Object entity, ClassDescriptor descriptor) {
        updateDerivedIds(entity, descriptor);
    }

    /** Forgets everything, also that an operation failed; the transaction stays. */
    void startOver() {
        clearForClose(true);
        getCommitManager().reinitialize();
        isWithinFlush = false;
    }

    private @Nullable CascadeUnit unit(@Nullable Object entity) {
        Governance present = governance;
        if (present == null || entity == null || !present.governs(entity)) return null;
        return present.unit(this);
    }
}
