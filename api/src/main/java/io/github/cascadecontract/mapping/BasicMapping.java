package io.github.cascadecontract.mapping;

/**
 * A basic attribute and its column.
 *
 * @param attribute the attribute, nested where it belongs to an embeddable
 * @param table the table that holds the column
 * @param column column name
 * @param insertable whether INSERT writes it
 * @param updatable whether UPDATE writes it
 */
public record BasicMapping(
        Attribute attribute, TableName table, String column, boolean insertable, boolean updatable) {}
