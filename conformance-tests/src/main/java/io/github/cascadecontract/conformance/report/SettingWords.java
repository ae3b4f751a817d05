package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says the settings of a scenario in the words of SQL and of Jakarta Persistence. */
final class SettingWords {
    private static final Map<String, String> CASCADES = Map.of(
            "save-update", "PERSIST",
            "merge", "MERGE",
            "delete", "REMOVE",
            "refresh-expire", "REFRESH",
            "expunge", "DETACH",
            "all", "ALL");
    private static final Map<String, String> PASSIVE = Map.of("false", "OFF", "true", "ON", "all", "ALL");

    private SettingWords() {}

    static Story.ForeignKey foreignKey(String column, JsonNode key) {
        return new Story.ForeignKey(column, text(key, "to"), text(key, "on_delete"), constraints(key));
    }

    private static List<String> constraints(JsonNode key) {
        List<String> words = new ArrayList<>();
        words.add(key.path("nullable").asBoolean(true) ? "NULL" : "NOT NULL");
        if (key.path("unique").asBoolean()) {
            words.add("UNIQUE");
        }
        if (key.path("pk").asBoolean()) {
            words.add("PRIMARY KEY");
        }
        if (key.hasNonNull("default")) {
            words.add("DEFAULT " + text(key, "default"));
        }
        if (key.path("deferred").asBoolean()) {
            words.add("DEFERRABLE INITIALLY DEFERRED");
        }
        if (key.hasNonNull("on_update")) {
            words.add("ON UPDATE " + text(key, "on_update"));
        }
        return words;
    }

    static Story.Relation relation(String name, JsonNode relation) {
        String key = relation.hasNonNull("table") ? text(relation, "table") : text(relation, "fk");
        @Nullable String inverse = relation.hasNonNull("inverse") ? text(relation, "inverse") : null;
        return new Story.Relation(
                name, text(relation, "kind"), text(relation, "target"), key, settings(relation), inverse);
    }

    private static List<String> settings(JsonNode relation) {
        List<String> words = new ArrayList<>();
        boolean orphans = false;
        for (String word : words(text(relation, "cascade"))) {
            if (word.equals("delete-orphan")) {
                orphans = true;
            } else {
                words.add(CASCADES.getOrDefault(word, word));
            }
        }
        words.addAll(owning(relation, orphans ? "orphanRemoval" : ""));
        if (relation.hasNonNull("passive_deletes")) {
            String word = text(relation, "passive_deletes");
            words.add("@PassiveDeletes(" + PASSIVE.getOrDefault(word, word) + ")");
        }
        return words;
    }

    private static List<String> owning(JsonNode relation, String orphanRemoval) {
        boolean annotated = relation.path("single_parent").asBoolean();
        if (annotated) {
            return List.of(orphanRemoval.isEmpty() ? "@SingleParent" : "@SingleParent(orphanRemoval = true)");
        }
        return orphanRemoval.isEmpty() ? List.of() : List.of(orphanRemoval);
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
