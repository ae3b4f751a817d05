package io.github.cascadecontract.mapping;

import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.InheritanceType;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entity class in a hierarchy of entities.
 *
 * @param strategy SINGLE_TABLE or JOINED
 * @param root the topmost entity class
 * @param superclass the next entity class above, null for the root
 * @param discriminatorColumn the column that tells the class of a row, in the root's table; null if it is not declared where
 *     tables are joined (then it is the provider's choice)
 * @param discriminatorType type of that column
 * @param discriminatorValue what the column holds for this class, null for an abstract class
 */
public record InheritanceMapping(
        InheritanceType strategy,
        Class<?> root,
        @Nullable Class<?> superclass,
        @Nullable String discriminatorColumn,
        DiscriminatorType discriminatorType,
        @Nullable String discriminatorValue) {}
