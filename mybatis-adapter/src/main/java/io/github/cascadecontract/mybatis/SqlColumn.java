package io.github.cascadecontract.mybatis;

/**
 * A column that a statement reads or writes.
 *
 * @param name the column's name
 * @param type how its values travel
 */
record SqlColumn(String name, ColumnType type) {}
