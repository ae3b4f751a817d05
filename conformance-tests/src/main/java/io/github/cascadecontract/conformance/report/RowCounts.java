package io.github.cascadecontract.conformance.report;

/**
 * Rows of one table that were affected.
 *
 * @param insert inserted
 * @param update updated
 * @param delete deleted
 */
public record RowCounts(int insert, int update, int delete) {
    boolean none() {
        return insert == 0 && update == 0 && delete == 0;
    }
}
