package io.github.cascadecontract.eclipselink;

import java.util.List;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * EclipseLink's mapping of a relation.
 *
 * @param embeddables the embeddables between the entity and the attribute, outer ones first; usually none
 * @param mapping the mapping, of the innermost embeddable where there is one
 */
record MappedRelation(List<AggregateObjectMapping> embeddables, ForeignReferenceMapping mapping) {
    /** Keeps an immutable copy. */
    MappedRelation {
        embeddables = List.copyOf(embeddables);
    }

    boolean isCollection() {
        return mapping.isCollectionMapping();
    }
}
