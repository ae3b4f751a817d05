package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import jakarta.persistence.CascadeType;
import org.eclipse.persistence.annotations.CacheIsolationType;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Says the contract in EclipseLink's own settings, for comparison. */
final class NativeCustomizer implements SessionCustomizer {
    private final CascadeContract contract;

    NativeCustomizer(CascadeContract contract) {
        this.contract = contract;
    }

    @Override
    public void customize(Session session) {
        MappingChecks.check(contract, session);
        RelationMappings mappings = RelationMappings.of(contract, session);
        for (EntityModel entity : contract.entities()) {
            session.getDescriptor(entity.type()).setCacheIsolation(CacheIsolationType.ISOLATED);
            for (Relation relation : entity.relations()) translate(relation, mappings.declared(relation));
        }
    }

    private static void translate(Relation relation, ForeignReferenceMapping mapping) {
        mapping.setCascadePersist(relation.cascades(CascadeType.PERSIST));
        mapping.setCascadeMerge(relation.cascades(CascadeType.MERGE));
        mapping.setCascadeRemove(relation.removes());
        mapping.setCascadeRefresh(relation.cascades(CascadeType.REFRESH));
        mapping.setCascadeDetach(relation.cascades(CascadeType.DETACH));
        mapping.setIsPrivateOwned(relation.orphanRemoval());
        mapping.setIsCascadeOnDeleteSetOnDatabase(relation.passiveDeletes() == PassiveDeletes.Mode.ON);
    }
}
