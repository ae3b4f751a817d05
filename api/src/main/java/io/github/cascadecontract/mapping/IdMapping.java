package io.github.cascadecontract.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The id of an entity: one basic attribute.
 *
 * @param attribute the attribute
 * @param column column name
 * @param generation who gives the id
 * @param sequence the sequence, null unless the generation is {@link IdGeneration#SEQUENCE}
 */
public record IdMapping(
        Attribute attribute,
        String column,
        IdGeneration generation,
        @Nullable String sequence) {}
