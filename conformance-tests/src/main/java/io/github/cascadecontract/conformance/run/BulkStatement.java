package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.scenario.BulkStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement for many rows, as a caller writes it in SQL: the unit of work knows nothing of it (rule BUL-1). */
record BulkStatement(BulkStep step, EntityType type) implements DoorSession.SqlWork {
    @Override
    public void on(Connection connection) throws SQLException {
        Map<String, @Nullable Object> values = step.values() == null ? Map.of() : step.values();
        List<@Nullable Object> parameters = new ArrayList<>(values.values());
        parameters.addAll(step.where().values());
        try (PreparedStatement statement = connection.prepareStatement(sql(values))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, EntityType.value(parameters.get(i)));
            }
            statement.executeUpdate();
        }
    }

    private String sql(Map<String, @Nullable Object> values) {
        String table = type.table().table();
        String start =
                step.values() == null ? "DELETE FROM " + table : "UPDATE " + table + " SET " + equal(values, ", ");
        return step.where().isEmpty() ? start : start + " WHERE " + equal(step.where(), " AND ");
    }

    private static String equal(Map<String, @Nullable Object> values, String separator) {
        return values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(separator));
    }
}
