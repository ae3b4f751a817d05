package io.github.cascadecontract.conformance.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

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
    private volatile @Nullable List<String> aside;

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

    /**
     * Does something whose statements are not recorded.
     *
     * @return what was sent meanwhile
     */
    public List<String> aside(Runnable work) {
        List<String> sent = new ArrayList<>();
        aside = sent;
        try {
            work.run();
        } finally {
            aside = null;
        }
        return sent;
    }

    /** Returns the tables of which a statement reads entities. */
    public Set<String> entityTables(String sql) {
        return reader.read(sql).entityTables();
    }

    private void add(Execution execution) {
        List<String> others = aside;
        if (others == null) {
            executions.add(execution);
        } else {
            others.add(execution.sql());
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
