package io.github.cascadecontract.hibernate;

import java.util.function.Supplier;
import org.hibernate.engine.jdbc.batch.internal.BatchImpl;
import org.hibernate.engine.jdbc.batch.spi.Batch;
import org.hibernate.engine.jdbc.batch.spi.BatchBuilder;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementGroup;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;

/** Hibernate's batches, with the rows counted that they affect; it checks only some of them. */
final class CountingBatches implements BatchBuilder {
    @Override
    public Batch buildBatch(
            BatchKey key, Integer batchSize, Supplier<PreparedStatementGroup> statements, JdbcCoordinator jdbc) {
        PreparedStatementGroup group = statements.get();
        return new BatchImpl(
                key,
                key instanceof CountingExecutors.CountedKey counted
                        ? new CountedStatements(group, counted.written())
                        : group,
                batchSize,
                jdbc);
    }
}
