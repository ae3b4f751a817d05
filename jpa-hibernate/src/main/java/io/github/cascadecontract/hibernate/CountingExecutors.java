package io.github.cascadecontract.hibernate;

import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.sql.model.MutationOperationGroup;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's execution of its own statements, with the rows counted that they affect: of single statements here, of batches in
 * {@link CountingBatches}. Its events tell entities, not tables, and nothing of collections.
 */
final class CountingExecutors implements MutationExecutorService {
    private final MutationExecutorService executors;

    CountingExecutors(MutationExecutorService executors) {
        this.executors = executors;
    }

    @Override
    public MutationExecutor createExecutor(
            BatchKeyAccess keys, MutationOperationGroup group, SharedSessionContractImplementor session) {
        GovernedSession governed = session instanceof EventSource source ? Governance.sessionOf(source) : null;
        if (governed == null) return executors.createExecutor(keys, group, session);
        WrittenTables written = WrittenTables.of(group, governed);
        BatchKeyAccess counted = () -> {
            BatchKey key = keys.getBatchKey();
            return key == null ? null : new CountedKey(key, written);
        };
        return new CountingExecutor(executors.createExecutor(counted, group, session), written);
    }

    /** Hibernate's key of a batch, with what the batch writes. */
    static final class CountedKey implements BatchKey {
        private final BatchKey key;
        private final WrittenTables written;

        CountedKey(BatchKey key, WrittenTables written) {
            this.key = key;
            this.written = written;
        }

        WrittenTables written() {
            return written;
        }

        @Override
        public String toLoggableString() {
            return key.toLoggableString();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CountedKey counted && key.equals(counted.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }
}
