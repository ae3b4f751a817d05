package io.github.cascadecontract.conformance.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all rows of all tables of a model, in one round trip. */
public final class TableRows {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<Map<String, List<Map<String, @Nullable Object>>>> ROWS =
            new TypeReference<>() {};

    private TableRows() {}

    /**
     * Returns the rows that are committed, by table and ordered by key.
     *
     * @param schema where the tables are
     * @param model which tables there are
     */
    public static Map<String, List<Map<String, @Nullable Object>>> read(Schema schema, ModelSettings model) {
        if (model.tables().isEmpty()) {
            return Map.of();
        }
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query(model))) {
            result.next();
            return JSON.readValue(result.getString(1), ROWS);
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("The rows of schema " + schema.name() + " cannot be read", failure);
        }
    }

    private static String query(ModelSettings model) {
        return model.tables().stream()
                .map(table -> "'%s', (SELECT coalesce(json_agg(to_json(r) ORDER BY %s), '[]') FROM %s r)"
                        .formatted(table, key(model, table), table))
                .collect(Collectors.joining(", ", "SELECT json_build_object(", ")"));
    }

    private static String key(ModelSettings model, String table) {
        if (BaseTable.named(table).isPresent()) {
            return "r.id";
        }
        return model.keysOf(table).stream()
                .map(ForeignKeySetting::column)
                .map(column -> "r." + column)
                .collect(Collectors.joining(", "));
    }
}
