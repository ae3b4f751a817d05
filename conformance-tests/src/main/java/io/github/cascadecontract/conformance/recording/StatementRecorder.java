package io.github.cascadecontract.conformance.recording;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Records every statement that goes through a {@link DataSource}, whichever provider sends it.
 *
 * <p>The provider gets {@link #dataSource()}. Whoever runs the scenario says which step is under way, and looks at
 * {@link #log()} in the end. Commit and rollback are no statements of the driver and are not seen, nor is what the
 * database does by itself.
 */
public final class StatementRecorder {

    private final Queue<Execution> executions = new ConcurrentLinkedQueue<>();
    private final DataSource dataSource;
    private final SqlReader reader;
    private volatile RecordedStep step = RecordedStep.NONE;
    private volatile boolean recording = true;

    /** Records the statements of a data source, taking {@code id} and {@code ..._id} for key columns. */
    public StatementRecorder(DataSource target) {
        this(target, column -> column.equals("id") || column.endsWith("_id"));
    }

    /**
     * Records the statements of a data source.
     *
     * @param target where the connections come from
     * @param keyColumn tells the columns that make no entity of what is read: ids and foreign keys
     */
    public StatementRecorder(DataSource target, Predicate<String> keyColumn) {
        this.dataSource = ProxyDataSourceBuilder.create(target)
                .listener(new ExecutionListener(() -> step, this::add))
                .build();
        this.reader = new SqlReader(keyColumn);
    }

    /** Returns the data source whose statements are recorded. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Says which step the statements from now on belong to. */
    public void beginStep(RecordedStep next) {
        step = next;
    }

    /** Does something whose statements are not recorded. */
    public <T> T unrecorded(Supplier<T> work) {
        recording = false;
        try {
            return work.get();
        } finally {
            recording = true;
        }
    }

    private void add(Execution execution) {
        if (recording) {
            executions.add(execution);
        }
    }

    /** Forgets all statements and the step. */
    public void clear() {
        executions.clear();
        step = RecordedStep.NONE;
    }

    /**
     * Returns the statements so far.
     *
     * @throws UnreadableStatementException if the tables of a statement cannot be told
     */
    public StatementLog log() {
        List<RecordedStatement> statements =
                executions.stream().map(this::recorded).toList();
        return new StatementLog(statements);
    }

    private RecordedStatement recorded(Execution execution) {
        return execution.as(reader.read(execution.sql()));
    }
}
