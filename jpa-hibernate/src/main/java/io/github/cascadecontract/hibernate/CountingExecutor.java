package io.github.cascadecontract.hibernate;

import org.hibernate.engine.jdbc.batch.spi.Batch;
import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.OperationResultChecker;
import org.hibernate.engine.jdbc.mutation.TableInclusionChecker;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.sql.model.ValuesAnalysis;
import org.jspecify.annotations.Nullable;

/** One execution, counted where Hibernate checks its result. */
final class CountingExecutor implements MutationExecutor {
    private final MutationExecutor executor;
    private final WrittenTables written;

    CountingExecutor(MutationExecutor executor, WrittenTables written) {
        this.executor = executor;
        this.written = written;
    }

    @Override
    public JdbcValueBindings getJdbcValueBindings() {
        return executor.getJdbcValueBindings();
    }

    @Override
    public @Nullable PreparedStatementDetails getPreparedStatementDetails(String table) {
        return executor.getPreparedStatementDetails(table);
    }

    @Override
    public @Nullable GeneratedValues execute(
            @Nullable Object model,
            @Nullable ValuesAnalysis values,
            @Nullable TableInclusionChecker inclusion,
            @Nullable OperationResultChecker results,
            SharedSessionContractImplementor session) {
        return execute(model, values, inclusion, results, session, null);
    }

    @Override
    public @Nullable GeneratedValues execute(
            @Nullable Object model,
            @Nullable ValuesAnalysis values,
            @Nullable TableInclusionChecker inclusion,
            @Nullable OperationResultChecker results,
            SharedSessionContractImplementor session,
            Batch.@Nullable StaleStateMapper stale) {
        GeneratedValues generated = executor.execute(model, values, inclusion, counting(results), session, stale);
        String table = written.generating();
        if (table != null) written.add(table, 1);
        return generated;
    }

    private OperationResultChecker counting(@Nullable OperationResultChecker results) {
        return (details, rows, position) -> {
            written.add(details.getMutatingTableDetails().getTableName(), rows);
            return results == null || results.checkResult(details, rows, position);
        };
    }

    @Override
    public void release() {
        executor.release();
    }
}
