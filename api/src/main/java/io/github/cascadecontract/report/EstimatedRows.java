package io.github.cascadecontract.report;

/**
 * How many rows of one table the database handles by itself, as a plan has counted them.
 *
 * @param table the table as the plan names it
 * @param deleted rows deleted by {@code ON DELETE CASCADE}
 * @param updated rows changed by {@code ON DELETE SET NULL} or {@code SET DEFAULT}
 */
public record EstimatedRows(String table, long deleted, long updated) {}
