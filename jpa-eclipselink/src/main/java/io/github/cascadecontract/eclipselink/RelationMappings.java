package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;

/** Which mapping of EclipseLink stands for which relation of the contract. Immutable. */
final class RelationMappings {
    private final Map<Relation, ForeignReferenceMapping> mappings = new HashMap<>();

    private RelationMappings() {}

    /** Looks the mappings up in a session whose descriptors are known. */
    static RelationMappings of(CascadeContract contract, Session session) {
        RelationMappings found = new RelationMappings();
        for (EntityModel entity : contract.entities()) found.add(entity, session.getDescriptor(entity.type()));
        return found;
    }

    ForeignReferenceMapping of(Relation relation) {
        return Objects.requireNonNull(mappings.get(relation));
    }

    boolean contains(DatabaseMapping mapping) {
        return mappings.containsValue(mapping);
    }

    private void add(EntityModel entity, ClassDescriptor descriptor) {
        for (Relation relation : entity.relations())
            mappings.put(relation, (ForeignReferenceMapping) descriptor.getMappingForAttributeName(relation.name()));
    }
}
