package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.conformance.scenario.RelationSetting.Orphans;
import io.github.cascadecontract.mapping.RelationKind;
import jakarta.persistence.CascadeType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads relations: SQLAlchemy's words become those of Jakarta Persistence here. */
final class RelationReader {
    private static final String DEFAULT_CASCADE = "save-update, merge";
    private static final String ORPHANS = "delete-orphan";
    private static final Map<String, CascadeType> CASCADES = Map.of(
            "save-update", CascadeType.PERSIST,
            "merge", CascadeType.MERGE,
            "delete", CascadeType.REMOVE,
            "refresh-expire", CascadeType.REFRESH,
            "expunge", CascadeType.DETACH);
    private static final Map<String, RelationKind> KINDS = Map.of(
            "one-to-many", RelationKind.ONE_TO_MANY,
            "many-to-one", RelationKind.MANY_TO_ONE,
            "one-to-one", RelationKind.ONE_TO_ONE,
            "many-to-many", RelationKind.MANY_TO_MANY);

    private final Map<String, Fields> relations;

    private RelationReader(Map<String, Fields> relations) {
        this.relations = relations;
    }

    static List<RelationSetting> read(Fields relations) {
        Map<String, Fields> byName = new LinkedHashMap<>(relations.objects());
        RelationReader reader = new RelationReader(byName);
        return byName.keySet().stream().map(reader::relation).toList();
    }

    private RelationSetting relation(String name) {
        Fields fields = Objects.requireNonNull(relations.get(name));
        String[] parts = name.split("\\.");
        if (parts.length != 2 || BaseTable.ofEntity(parts[0]).isEmpty()) {
            throw fields.place().wrong("a relation is named like 'User.posts', with one of the known entities");
        }
        List<String> cascade = cascadeWords(fields);
        return new RelationSetting(
                parts[0],
                parts[1],
                kind(fields),
                target(fields),
                fields.text(fields.has("table") ? "table" : "fk"),
                holdsKey(parts[0], fields),
                inverse(name, fields),
                cascades(cascade),
                orphans(cascade, fields.flag("single_parent")),
                passive(fields));
    }

    private RelationKind kind(Fields fields) {
        RelationKind kind = recorded(fields);
        return kind == RelationKind.MANY_TO_ONE && isOtherEndSingle(fields) ? RelationKind.ONE_TO_ONE : kind;
    }

    private boolean isOtherEndSingle(Fields fields) {
        return fields.optionalText("inverse")
                .map(relations::get)
                .map(inverse -> recorded(inverse) == RelationKind.ONE_TO_ONE)
                .orElse(false);
    }

    private static RelationKind recorded(Fields fields) {
        RelationKind kind = KINDS.get(fields.text("kind"));
        if (kind == null) {
            throw fields.place().wrong("'kind' must be one of " + KINDS.keySet());
        }
        return kind;
    }

    private static String target(Fields fields) {
        String target = fields.text("target");
        if (BaseTable.ofEntity(target).isEmpty()) {
            throw fields.place().wrong("target '" + target + "' is no known entity");
        }
        return target;
    }

    private boolean holdsKey(String entity, Fields fields) {
        return switch (recorded(fields)) {
            case MANY_TO_ONE -> true;
            case ONE_TO_MANY, MANY_TO_MANY -> false;
            case ONE_TO_ONE ->
                !entity.equals(fields.text("target"))
                        && BaseTable.ofEntity(entity)
                                .map(base -> fields.text("fk").startsWith(base.table() + "."))
                                .orElse(false);
        };
    }

    private @Nullable String inverse(String name, Fields fields) {
        String inverse = fields.optionalText("inverse").orElse(null);
        if (inverse == null) {
            return null;
        }
        Fields other = relations.get(inverse);
        if (other == null || !name.equals(other.optionalText("inverse").orElse(null))) {
            throw fields.place().wrong("inverse '" + inverse + "' is no relation that names this one as its inverse");
        }
        return inverse.substring(inverse.indexOf('.') + 1);
    }

    private static List<String> cascadeWords(Fields fields) {
        String words = fields.optionalText("cascade").orElse(DEFAULT_CASCADE);
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .peek(word -> {
                    if (!CASCADES.containsKey(word)
                            && !Set.of("all", "none", ORPHANS).contains(word)) {
                        throw fields.place()
                                .wrong("cascade '%s' is none of %s, all, none, %s"
                                        .formatted(word, CASCADES.keySet(), ORPHANS));
                    }
                })
                .toList();
    }

    private static Set<CascadeType> cascades(List<String> words) {
        Set<CascadeType> cascades = EnumSet.noneOf(CascadeType.class);
        if (words.contains("all")) {
            cascades.addAll(CASCADES.values());
        }
        words.stream().filter(CASCADES::containsKey).map(CASCADES::get).forEach(cascades::add);
        return words.contains("none") ? Set.of() : cascades;
    }

    private static Orphans orphans(List<String> words, boolean singleParent) {
        if (words.contains(ORPHANS)) {
            return singleParent ? Orphans.REMOVED_SINGLE_PARENT : Orphans.REMOVED;
        }
        return singleParent ? Orphans.SINGLE_PARENT : Orphans.NONE;
    }

    private static PassiveDeletes.@Nullable Mode passive(Fields fields) {
        JsonNode value = fields.any("passive_deletes");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (value.asText()) {
            case "false" -> PassiveDeletes.Mode.OFF;
            case "true" -> PassiveDeletes.Mode.ON;
            case "all" -> PassiveDeletes.Mode.ALL;
            default -> throw fields.place().wrong("'passive_deletes' must be false, true or \"all\"");
        };
    }
}
