package io.github.cascadecontract.mapping;

/**
 * A basic attribute and its column.
 *
 * @param attribute the attribute
 * @param column column name
 * @param insertable whether INSERT writes it
 * @param updatable whether UPDATE writes it
 */
public record BasicMapping(Attribute attribute, String column, boolean insertable, boolean updatable) {}
