package io.github.cascadecontract.conformance.recording;

import org.jspecify.annotations.Nullable;

/** A statement as the driver ran it, not read yet: reading takes time that is not the provider's. */
record Execution(
        String sql,
        long rows,
        int batchSize,
        boolean success,
        @Nullable String sqlState,
        RecordedStep step) {

    RecordedStatement as(SqlShape shape) {
        return new RecordedStatement(
                sql, shape.kind(), shape.tables(), shape.entityTables(), rows, batchSize, success, sqlState, step);
    }
}
