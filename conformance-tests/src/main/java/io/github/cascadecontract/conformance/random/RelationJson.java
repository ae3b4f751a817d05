package io.github.cascadecontract.conformance.random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.mapping.RelationKind;
import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a relation in the words that were recorded. */
final class RelationJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<CascadeType, String> WORDS = new EnumMap<>(Map.of(
            CascadeType.PERSIST, "save-update",
            CascadeType.MERGE, "merge",
            CascadeType.REMOVE, "delete",
            CascadeType.REFRESH, "refresh-expire",
            CascadeType.DETACH, "expunge"));

    private RelationJson() {}

    static ObjectNode of(RelationSetting relation, ModelSettings model) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", kind(relation));
        node.put("target", relation.target());
        node.put(relation.kind() == RelationKind.MANY_TO_MANY ? "table" : "fk", relation.over());
        node.put("cascade", cascade(relation));
        if (relation.passiveDeletes() == PassiveDeletes.Mode.ALL) {
            node.put("passive_deletes", "all");
        } else if (relation.passiveDeletes() != null) {
            node.put("passive_deletes", relation.passiveDeletes() == PassiveDeletes.Mode.ON);
        }
        if (relation.orphans().singleParent()) {
            node.put("single_parent", true);
        }
        model.inverseOf(relation).ifPresent(inverse -> node.put("inverse", inverse.name()));
        return node;
    }

    /** A one-to-one of a pair is recorded as many-to-one where its key is. */
    private static String kind(RelationSetting relation) {
        boolean recordedAsReference =
                relation.kind() == RelationKind.ONE_TO_ONE && relation.holdsKey() && relation.inverse() != null;
        RelationKind kind = recordedAsReference ? RelationKind.MANY_TO_ONE : relation.kind();
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String cascade(RelationSetting relation) {
        List<String> words = new ArrayList<>();
        WORDS.forEach((type, word) -> {
            if (relation.cascade().contains(type)) {
                words.add(word);
            }
        });
        if (relation.orphans().removal()) {
            words.add("delete-orphan");
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
