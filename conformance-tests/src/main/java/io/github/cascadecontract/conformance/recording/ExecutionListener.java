package io.github.cascadecontract.conformance.recording;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/** Takes down what the driver answered. */
final class ExecutionListener implements QueryExecutionListener {

    private final Supplier<RecordedStep> step;
    private final Consumer<Execution> executions;

    ExecutionListener(Supplier<RecordedStep> step, Consumer<Execution> executions) {
        this.step = step;
        this.executions = executions;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // How many rows it affects is known afterwards.
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (queries.size() == 1) {
            int batchSize = execution.isBatch() ? execution.getBatchSize() : 1;
            add(queries.get(0), execution, sum(rows(execution)), batchSize);
        } else {
            addEach(queries, execution);
        }
    }

    /** A batch of different texts, which only a plain {@link Statement} can have. */
    private void addEach(List<QueryInfo> queries, ExecutionInfo execution) {
        long[] rows = rows(execution);
        for (int query = 0; query < queries.size(); query++) {
            add(queries.get(query), execution, query < rows.length ? affected(rows[query]) : 0, 1);
        }
    }

    private void add(QueryInfo query, ExecutionInfo execution, long rows, int batchSize) {
        String sqlState = sqlState(execution.getThrowable());
        executions.accept(
                new Execution(query.getQuery(), rows, batchSize, execution.isSuccess(), sqlState, step.get()));
    }

    private static long[] rows(ExecutionInfo execution) {
        Object result = execution.getResult();
        if (!execution.isSuccess()) {
            return new long[0];
        }
        if (result instanceof int[] counts) {
            return IntStream.of(counts).asLongStream().toArray();
        }
        return result instanceof long[] counts ? counts : new long[] {single(result, execution.getStatement())};
    }

    /** What {@code execute()} has done, only the statement knows; asking for it leaves it to be asked for again. */
    private static long single(@Nullable Object result, Statement statement) {
        if (result instanceof Number count) {
            return count.longValue();
        }
        return Boolean.FALSE.equals(result) ? updateCount(statement) : RecordedStatement.UNKNOWN_ROWS;
    }

    private static long updateCount(Statement statement) {
        try {
            return statement.getUpdateCount();
        } catch (SQLException failure) {
            throw new IllegalStateException("The driver does not tell how many rows a statement affected", failure);
        }
    }

    private static long sum(long[] rows) {
        return rows.length == 1
                ? rows[0]
                : LongStream.of(rows).map(ExecutionListener::affected).sum();
    }

    /** Inserts that the driver has joined to one are not counted one by one, but each is one row. */
    private static long affected(long rows) {
        return rows == Statement.SUCCESS_NO_INFO ? 1 : Math.max(rows, 0);
    }

    private static @Nullable String sqlState(@Nullable Throwable failure) {
        return failure instanceof SQLException error ? error.getSQLState() : null;
    }
}
