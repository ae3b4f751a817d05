package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the contract decides otherwise than the record, and what is not compared. */
public final class Decisions {
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, Expectation> loadedByFind = new HashMap<>();
    private final Map<String, Set<String>> notCompared = new HashMap<>();
    private final Set<String> bothSidesOnly = new HashSet<>();

    private Decisions() {}

    /** No decisions: everything is expected as recorded. */
    static Decisions none() {
        return new Decisions();
    }

    static Decisions read(JsonNode document, Place place) {
        Fields fields = new Fields(document, place);
        Decisions decisions = new Decisions();
        for (JsonNode entry : fields.array("scenarios")) {
            decisions.add(new Fields(entry, place.in(entry.path("scenario").asText("an entry"))));
        }
        if (fields.has("not_compared")) {
            fields.object("not_compared").values().forEach(decisions::notCompared);
        }
        if (fields.has("both_sides_only")) {
            fields.array("both_sides_only").forEach(id -> decisions.bothSidesOnly.add(id.asText()));
        }
        if (fields.has("if_one_to_one_is_loaded_by_find")) {
            fields.object("if_one_to_one_is_loaded_by_find")
                    .objects()
                    .forEach((id, expect) -> decisions.loadedByFind.put(id, ExpectationReader.decided(expect)));
        }
        return decisions;
    }

    private void add(Fields entry) {
        String id = entry.text("scenario");
        decisions.put(
                id,
                new Decision(
                        id,
                        entry.optionalText("rule").orElse(""),
                        entry.optionalText("decision").orElse(null),
                        entry.text("because"),
                        expectation(entry)));
    }

    private static @Nullable Expectation expectation(Fields entry) {
        String kind = entry.text("kind");
        return switch (kind) {
            case "decided" -> ExpectationReader.decided(entry.object("expect"));
            case "not portable" -> null;
            default -> throw entry.place().wrong("'kind' must be 'decided' or 'not portable', found '" + kind + "'");
        };
    }

    private void notCompared(String id, @Nullable Object looks) {
        Set<String> names = new HashSet<>();
        if (looks instanceof List<?> list) {
            new ArrayList<>(list).forEach(look -> names.add(String.valueOf(look)));
        }
        notCompared.put(id, names);
    }

    /** Returns the decision about a scenario, if there is one. */
    public Optional<Decision> about(String scenario) {
        return Optional.ofNullable(decisions.get(scenario));
    }

    /** Returns what is expected where {@code find} loads an inverse one-to-one, if that is told for the scenario. */
    public Optional<Expectation> ifLoadedByFind(String scenario) {
        return Optional.ofNullable(loadedByFind.get(scenario));
    }

    /** Returns the looks of a scenario that are not compared. */
    public Set<String> notCompared(String scenario) {
        return notCompared.getOrDefault(scenario, Set.of());
    }

    /** Returns whether the scenario makes sense only if both sides of a pair are set. */
    public boolean bothSidesOnly(String scenario) {
        return bothSidesOnly.contains(scenario);
    }
}
