package io.github.cascadecontract.conformance.recording;

/**
 * One thing that happened to one row.
 *
 * @param table the table, without schema
 * @param operation what happened
 * @param origin who did it
 * @param key the primary key before it happened, for an insert after it; the columns of a composite one are separated
 *     by commas. A table without primary key counts all columns as key
 */
public record AuditedRow(String table, RowOperation operation, RowOrigin origin, String key) {}
