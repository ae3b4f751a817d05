package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;

/** Which mapping of EclipseLink stands for which relation of the contract. May be shared. */
final class RelationMappings {
    private final Session session;
    private final Map<Relation, ForeignReferenceMapping> declared = new HashMap<>();
    private final Map<Relation, MappedRelation> initialized = new ConcurrentHashMap<>();

    private RelationMappings(Session session) {
        this.session = session;
    }

    /** Looks the mappings up in a session whose descriptors are known. */
    static RelationMappings of(CascadeContract contract, Session session) {
        RelationMappings found = new RelationMappings(session);
        for (EntityModel entity : contract.entities()) entity.relations().forEach(found::declare);
        return found;
    }

    private void declare(Relation relation) {
        MappedRelation mapped = walk(relation, embedded -> session.getDescriptor(embedded.getReferenceClass()));
        declared.put(relation, mapped.mapping());
    }

    /** The mapping as long as it can be changed. */
    ForeignReferenceMapping declared(Relation relation) {
        return Objects.requireNonNull(declared.get(relation));
    }

    /** The mapping of a session that is in use: each embedding attribute has a descriptor of its own by then. */
    MappedRelation of(Relation relation) {
        return initialized.computeIfAbsent(
                relation, absent -> walk(absent, AggregateObjectMapping::getReferenceDescriptor));
    }

    boolean contains(DatabaseMapping mapping) {
        return declared.containsValue(mapping);
    }

    private MappedRelation walk(Relation relation, Function<AggregateObjectMapping, ClassDescriptor> next) {
        List<String> path = Arrays.asList(relation.name().split("\\."));
        List<AggregateObjectMapping> embeddables = new ArrayList<>();
        ClassDescriptor descriptor = session.getDescriptor(relation.entity().type());
        for (String embedding : path.subList(0, path.size() - 1)) {
            AggregateObjectMapping embedded = (AggregateObjectMapping) descriptor.getMappingForAttributeName(embedding);
            embeddables.add(embedded);
            descriptor = next.apply(embedded);
        }
        DatabaseMapping last = descriptor.getMappingForAttributeName(path.get(path.size() - 1));
        return new MappedRelation(embeddables, (ForeignReferenceMapping) last);
    }
}
