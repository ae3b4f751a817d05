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
        return key instanceof CountingExecutors.CountedKey counted
                ? new CountingBatch(counted, statements.get(), batchSize, jdbc)
                : new BatchImpl(key, statements.get(), batchSize, jdbc);
    }

    private static final class CountingBatch extends BatchImpl {
        private final PreparedStatementGroup overheard;
        private boolean executing;

        CountingBatch(
                CountingExecutors.CountedKey key,
                PreparedStatementGroup statements,
                int batchSize,
                JdbcCoordinator jdbc) {
            super(key, statements, batchSize, jdbc);
            this.overheard = new CountedStatements(statements, key.written());
        }

        /** Whoever binds values expects Hibernate's own class. */
        @Override
        public PreparedStatementGroup getStatementGroup() {
            return executing ? overheard : super.getStatementGroup();
        }

        @Override
        protected void performExecution() {
            executing = true;
            try {
                super.performExecution();
            } finally {
                executing = false;
            }
        }
    }
}
