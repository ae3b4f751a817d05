package io.github.cascadecontract.hibernate;

import java.util.function.Supplier;
import org.hibernate.engine.jdbc.batch.spi.Batch;
import org.hibernate.engine.jdbc.batch.spi.BatchBuilder;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.batch.spi.BatchObserver;
import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.TableInclusionChecker;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementGroup;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;

/** Hibernate's batches, with the rows counted that they affect; it checks only some of them. */
final class CountingBatches implements BatchBuilder {
    private final BatchBuilder batches;

    CountingBatches(BatchBuilder batches) {
        this.batches = batches;
    }

    @Override
    public Batch buildBatch(
            BatchKey key, Integer batchSize, Supplier<PreparedStatementGroup> statements, JdbcCoordinator jdbc) {
        if (!(key instanceof CountingExecutors.CountedKey counted))
            return batches.buildBatch(key, batchSize, statements, jdbc);
        PreparedStatementGroup group = statements.get();
        CountedStatements overheard = new CountedStatements(group, counted.written());
        return new CountingBatch(batches.buildBatch(key, batchSize, () -> overheard, jdbc), group);
    }

    /** Hibernate's batch. Whoever asks it for its statements expects those that he has given. */
    private record CountingBatch(Batch batch, PreparedStatementGroup group) implements Batch {
        @Override
        public BatchKey getKey() {
            return batch.getKey();
        }

        @Override
        public void addObserver(BatchObserver observer) {
            batch.addObserver(observer);
        }

        @Override
        public PreparedStatementGroup getStatementGroup() {
            return group;
        }

        @Override
        public void addToBatch(JdbcValueBindings values, TableInclusionChecker inclusion) {
            batch.addToBatch(values, inclusion);
        }

        @Override
        public void addToBatch(JdbcValueBindings values, TableInclusionChecker inclusion, StaleStateMapper stale) {
            batch.addToBatch(values, inclusion, stale);
        }

        @Override
        public void execute() {
            batch.execute();
        }

        @Override
        public void release() {
            batch.release();
        }
    }
}
