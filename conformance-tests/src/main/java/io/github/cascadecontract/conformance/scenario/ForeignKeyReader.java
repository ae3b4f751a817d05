package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cascadecontract.annotation.ReferentialAction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads foreign keys. */
final class ForeignKeyReader {
    private ForeignKeyReader() {}

    static List<ForeignKeySetting> read(Fields keys) {
        return keys.objects().entrySet().stream()
                .map(key -> read(key.getKey(), key.getValue()))
                .toList();
    }

    private static ForeignKeySetting read(String name, Fields fields) {
        String[] parts = name.split("\\.");
        if (parts.length != 2) {
            throw fields.place().wrong("a foreign key is named like 'posts.user_id'");
        }
        String to = fields.text("to");
        if (BaseTable.named(to).isEmpty()) {
            throw fields.place().wrong("'" + to + "' is none of the known tables");
        }
        return new ForeignKeySetting(
                parts[0],
                parts[1],
                to,
                constraints(fields),
                action(fields),
                fields.optionalText("on_update").orElse(null));
    }

    private static ForeignKeySetting.Constraints constraints(Fields fields) {
        return new ForeignKeySetting.Constraints(
                fields.flag("nullable"),
                fields.flag("unique"),
                fields.flag("pk"),
                fields.flag("deferred"),
                byDefault(fields));
    }

    private static @Nullable Long byDefault(Fields fields) {
        JsonNode value = fields.any("default");
        return value.isIntegralNumber() ? value.longValue() : null;
    }

    private static ReferentialAction action(Fields fields) {
        String words = fields.text("on_delete");
        return Arrays.stream(ReferentialAction.values())
                .filter(action -> action.sql().equals(words))
                .findFirst()
                .orElseThrow(() -> fields.place().wrong("'on_delete' is no action of a foreign key: " + words));
    }
}
