package io.github.cascadecontract.eclipselink;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.DeferredChangeDetectionPolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/**
 * EclipseLink's comparison with a backup, spared where the engine has just found that no relation has changed and no other
 * attribute has either. Raises no events of its own: the adapter's listeners do not want them.
 */
final class ChangeDetection extends DeferredChangeDetectionPolicy {
    private static final long serialVersionUID = 1L;

    private final transient Governance governance;
    private final transient List<DatabaseMapping> compared = new ArrayList<>();
    private transient boolean isSpared;
    private transient boolean isScanned;

    ChangeDetection(Governance governance) {
        this.governance = governance;
    }

    @Override
    public void initialize(AbstractSession session, ClassDescriptor descriptor) {
        isSpared = !descriptor.hasCascadeLockingPolicies() && !descriptor.hasFetchGroupManager();
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (showsChanges(mapping)) compared.add(mapping);
            else if (!governance.isRelation(mapping)) isSpared = false;
            if (governance.isRelation(mapping)) isScanned = true;
        }
    }

    /** Whether an attribute that is the same, or equal, has not changed. */
    private static boolean showsChanges(DatabaseMapping mapping) {
        if (mapping.isDirectToFieldMapping()) return !((AbstractDirectMapping) mapping).isMutable();
        return mapping.isObjectReferenceMapping() && !((ForeignReferenceMapping) mapping).usesIndirection();
    }

    @Override
    public boolean shouldCompareExistingObjectForChange(
            Object entity, UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        CascadeUnit unit = governance.existingUnit(unitOfWork);
        if (unit == null || !isSpared || unitOfWork.hasOptimisticReadLockObjects()) return true;
        if (unit.mayDiffer(entity)) return true;
        boolean seen = isScanned && unit.isScanFresh();
        return !seen && differs(entity, unitOfWork.getBackupClone(entity, descriptor));
    }

    /** Whether an attribute that is not a collection differs from its backup. */
    boolean differs(Object entity, Object backup) {
        for (DatabaseMapping mapping : compared) {
            Object now = mapping.getAttributeValueFromObject(entity);
            Object before = mapping.getAttributeValueFromObject(backup);
            if (now != before && (mapping.isObjectReferenceMapping() || !isEqual(now, before))) return true;
        }
        return false;
    }

    private static boolean isEqual(@Nullable Object now, @Nullable Object before) {
        return now != null && now.equals(before);
    }

    @Override
    public @Nullable ObjectChangeSet calculateChangesForExistingObject(
            Object entity,
            UnitOfWorkChangeSet changeSet,
            UnitOfWorkImpl unitOfWork,
            ClassDescriptor descriptor,
            boolean shouldRaiseEvent) {
        Object backup = unitOfWork.getBackupClone(entity, descriptor);
        return calculateChanges(entity, backup, false, changeSet, unitOfWork, descriptor, false);
    }
}
