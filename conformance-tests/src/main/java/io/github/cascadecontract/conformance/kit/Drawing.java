package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Story;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A model in three lines: relations, keys, and the rows that it begins with. */
final class Drawing {
    private static final Map<String, String> ARROWS = Map.of(
            "one-to-many", "1---*",
            "many-to-one", "*---1",
            "one-to-one", "1---1",
            "many-to-many", "*---*");

    private final Story story;

    private Drawing(Story story) {
        this.story = story;
    }

    /** Returns the three lines: {@code User.posts [ALL] 1---* Post.user []} and so on. */
    static List<String> of(Story story) {
        Drawing drawing = new Drawing(story);
        return List.of(drawing.relations(), drawing.keys(), drawing.rows());
    }

    private String relations() {
        Set<String> drawn = new HashSet<>();
        List<String> pairs = new ArrayList<>();
        for (Story.Relation relation : fromTheParent()) {
            if (drawn.add(relation.name())) {
                pairs.add(pair(relation));
                drawn.add(String.valueOf(relation.inverse()));
            }
        }
        return String.join(";  ", pairs);
    }

    /** A pair is drawn from the side whose arrow points to the children. */
    private List<Story.Relation> fromTheParent() {
        List<Story.Relation> ordered = new ArrayList<>(story.relations());
        ordered.sort((one, other) -> Boolean.compare(isTowardsParent(one), isTowardsParent(other)));
        return ordered;
    }

    private static boolean isTowardsParent(Story.Relation relation) {
        return relation.kind().equals("many-to-one");
    }

    private String pair(Story.Relation relation) {
        String arrow = ARROWS.getOrDefault(relation.kind(), relation.kind());
        return "%s %s %s %s".formatted(relation.name(), relation.settings(), arrow, otherEnd(relation));
    }

    private String otherEnd(Story.Relation relation) {
        return story.relations().stream()
                .filter(other -> other.name().equals(relation.inverse()))
                .findFirst()
                .map(other -> other.name() + " " + other.settings())
                .orElse(relation.target());
    }

    private String keys() {
        return story.foreignKeys().stream().map(Drawing::key).collect(Collectors.joining(";  "));
    }

    private static String key(Story.ForeignKey key) {
        return "%s ---> %s, %s, ON DELETE %s"
                .formatted(key.column(), key.to(), String.join(" ", key.constraints()), key.onDelete());
    }

    private String rows() {
        return story.seed().entrySet().stream()
                .map(table -> table.getKey() + " "
                        + table.getValue().stream()
                                .map(row -> row(table.getKey(), row))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";  "));
    }

    /** Only ids and keys are drawn: {@code 3(user_id=1)}. */
    private String row(String table, Map<String, @Nullable Object> row) {
        String keys = row.entrySet().stream()
                .filter(column -> isKey(table, column.getKey()))
                .map(column -> column.getKey().replace("+", "") + "=" + column.getValue())
                .collect(Collectors.joining(", "));
        String id = row.containsKey("id") ? String.valueOf(row.get("id")) : "";
        return keys.isEmpty() ? id : id + "(" + keys + ")";
    }

    private boolean isKey(String table, String column) {
        return story.foreignKeys().stream().anyMatch(key -> key.column().equals(table + "." + column.replace("+", "")));
    }
}
