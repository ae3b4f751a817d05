package io.github.cascadecontract.conformance.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement for many rows, sent by the caller through the unit of work's connection.
 *
 * @param entity whose table
 * @param where columns and the values that the rows have in them
 * @param values columns to update; null if the rows are deleted
 */
public record BulkStep(
        String entity,
        Map<String, @Nullable Object> where,
        @Nullable Map<String, @Nullable Object> values) implements ScenarioStep {
    @Override
    public String word() {
        return values == null ? "bulk_delete" : "bulk_update";
    }

    @Override
    public void execute(StepHandler handler) {
        handler.bulk(this);
    }
}
