package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script needs, small: numbers named {@code ...At} are places in the pool.
 *
 * @param runs the columns
 * @param stories the rows
 * @param pool all that may occur twice
 */
record PageData(List<Column> runs, List<Row> stories, List<Object> pool) {
    record Column(String adapter, String provider, String version, Mode mode, Bytecode bytecode, Door door) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String id,
            String fact,
            int modelAt,
            int stepsAt,
            Map<String, Integer> seedAt,
            @Nullable String decision,
            List<Mode> differs,
            List<Entry> cells) {}

    record Model(List<Story.ForeignKey> keys, List<Story.Relation> relations) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Entry(
            Verdict verdict,
            @Nullable String rule,
            @Nullable Integer expectedAt,
            @Nullable Integer observedAt,
            @Nullable Integer differenceAt,
            @Nullable String note,
            Map<String, List<String>> lost,
            Map<String, List<String>> kept,
            Map<String, List<String>> changed) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seen(
            String outcome,
            @Nullable String failedAt,
            @Nullable Map<String, Integer> rowsAt,
            @Nullable Map<String, RowCounts> byClient,
            @Nullable Map<String, RowCounts> byDatabase,
            @Nullable Map<String, Integer> selects,
            List<Integer> sqlAt,
            Map<String, @Nullable Object> looks) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            @Nullable Integer step,
            int textAt,
            int times,
            @Nullable Long rows,
            @Nullable String error) {}
}
