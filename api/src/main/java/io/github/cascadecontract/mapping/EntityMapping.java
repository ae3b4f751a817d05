package io.github.cascadecontract.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entity class as its annotations declare it.
 *
 * @param type the class
 * @param name entity name
 * @param table main table
 * @param id the id, null if it is not a single basic attribute
 * @param basics basic attributes other than id and version
 * @param version the version attribute, null if there is none
 * @param relations relations in order of declaration, superclass first
 * @param otherFeatures mapped features beyond these, each as {@code attribute: feature}; an adapter that maps by itself
 *     refuses them
 */
public record EntityMapping(
        Class<?> type,
        String name,
        TableName table,
        @Nullable IdMapping id,
        List<BasicMapping> basics,
        @Nullable BasicMapping version,
        List<RelationMapping> relations,
        List<String> otherFeatures) {
    /** Keeps immutable copies. */
    public EntityMapping {
        basics = List.copyOf(basics);
        relations = List.copyOf(relations);
        otherFeatures = List.copyOf(otherFeatures);
    }
}
