package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import org.eclipse.persistence.annotations.CacheIsolationType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.DeferredChangeDetectionPolicy;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.jspecify.annotations.Nullable;

/** Takes all cascade words and orphanRemoval away from EclipseLink and gives them to the engine. */
final class ContractCustomizer implements SessionCustomizer {
    private final CascadeContract contract;

    ContractCustomizer(CascadeContract contract) {
        this.contract = contract;
    }

    @Override
    public void customize(Session session) {
        InternalsCheck.check();
        MappingChecks.check(contract, session);
        Governance governance = new Governance(contract);
        governance.takeOver(session);
        for (EntityModel entity : contract.entities()) {
            govern(session.getDescriptor(entity.type()), entity, governance);
            OwnIdentity.ask(session, entity);
            for (Relation relation : entity.relations())
                if (relation.entity() == entity) govern(relation, governance, session);
        }
        ManagedClasses.of(contract).forEach(type -> compareEmbeddable(session.getDescriptor(type)));
        session.getEventManager().addListener(new FlushEvents(governance));
        session.getEventManager().addListener(new StaleUpdates());
    }

    /** A woven embeddable would tell its entity, which does not listen. */
    private static void compareEmbeddable(@Nullable ClassDescriptor descriptor) {
        if (descriptor != null && descriptor.isAggregateDescriptor())
            descriptor.setObjectChangePolicy(new DeferredChangeDetectionPolicy());
    }

    private static void govern(ClassDescriptor descriptor, EntityModel entity, Governance governance) {
        descriptor.setObjectChangePolicy(changeDetection(descriptor, governance));
        descriptor.setCacheIsolation(CacheIsolationType.ISOLATED);
        if (entity.supertype() != null) return; // EclipseLink tells listeners of the superclass as well
        descriptor.getEventManager().addListener(new EntityEvents(governance));
        if (Governance.needsMemory(entity)) descriptor.getEventManager().addListener(new LoadEvents(governance));
    }

    /** Always by comparison, so that there is a backup to compare with, and no collection queues changes. */
    private static ObjectChangePolicy changeDetection(ClassDescriptor descriptor, Governance governance) {
        boolean heard = !descriptor.getEventManager().getEventListeners().isEmpty();
        if (heard) return new DeferredChangeDetectionPolicy();
        ChangeDetection detection = new ChangeDetection(governance);
        governance.detectChanges(descriptor.getJavaClass(), detection);
        return detection;
    }

    private static void govern(Relation relation, Governance governance, Session session) {
        ForeignReferenceMapping mapping = governance.declared(relation);
        mapping.setCascadePersist(false);
        mapping.setCascadeRemove(false);
        mapping.setCascadeMerge(false);
        mapping.setCascadeRefresh(false);
        mapping.setCascadeDetach(false);
        mapping.setIsPrivateOwned(false);
        mapping.setIsCascadeOnDeleteSetOnDatabase(false);
        if (relation.keySide() == KeySide.LINK_TABLE) mapping.setIsReadOnly(true);
        if (mapping instanceof UnidirectionalOneToManyMapping keyless) governColumn(relation, keyless, session);
    }

    /** The engine says which key columns change; they are written without EclipseLink. */
    private static void governColumn(Relation relation, UnidirectionalOneToManyMapping mapping, Session session) {
        mapping.setIsReadOnly(true);
        mapping.setShouldIncrementTargetLockValueOnAddOrRemoveTarget(false);
        mapping.setShouldIncrementTargetLockValueOnDeleteSource(false);
        ClassDescriptor child = session.getDescriptor(relation.target().type());
        if (relation.target() != relation.entity())
            child.addConstraintDependency(relation.entity().type());
    }
}
