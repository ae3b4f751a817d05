package io.github.cascadecontract.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One column of an entity's id and the attribute that holds its value.
 *
 * @param attribute the attribute, nested where the id is embedded. Where a relation is part of the id
 *     ({@code @Id @ManyToOne}) it reads through the reference and cannot be written
 * @param column column name
 * @param generation who gives the value
 * @param sequence the sequence, null unless the generation is {@link IdGeneration#SEQUENCE}
 */
public record IdMapping(
        Attribute attribute,
        String column,
        IdGeneration generation,
        @Nullable String sequence) {}
