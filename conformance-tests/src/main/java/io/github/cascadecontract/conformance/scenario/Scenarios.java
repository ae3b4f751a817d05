package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scenarios of a file, with the decisions beside it. */
public final class Scenarios {
    /** Names a file of the same format as the built-in one; a {@code decided.json} beside it is taken into account. */
    public static final String PROPERTY = "cascade.scenarios";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNLOADED = ".unloaded";

    private final ScenarioSource source;
    private final JsonNode document;
    private final @Nullable JsonNode decided;
    private final Decisions decisions;
    private final Map<String, Scenario> scenarios = new HashMap<>();
    private final List<Scenario> inOrder = new ArrayList<>();

    private Scenarios(ScenarioSource source) {
        this.source = source;
        this.document = parse(source.name(), source.scenarios());
        String beside = source.decided();
        this.decided = beside == null ? null : parse(source.decidedName(), beside);
        this.decisions = decided == null ? Decisions.none() : Decisions.read(decided, Place.of(source.decidedName()));
    }

    /**
     * Reads the file that the system property {@value #PROPERTY} names; without it, the recorded scenarios.
     *
     * @throws ScenarioFileException if the file cannot be used, with the scenario and what is wrong
     */
    public static Scenarios load() {
        return load(ScenarioSource.fromSystemProperties());
    }

    /** Reads the recorded scenarios. */
    public static Scenarios builtIn() {
        return load(ScenarioSource.builtIn());
    }

    static Scenarios load(ScenarioSource source) {
        Scenarios loaded = new Scenarios(source);
        Place place = Place.of(source.name());
        ScenarioReader reader = new ScenarioReader(place, loaded.decisions);
        new Fields(loaded.document, place).array("scenarios").forEach(node -> loaded.add(reader.read(node), place));
        return loaded;
    }

    private void add(Scenario scenario, Place place) {
        if (scenarios.put(scenario.id(), scenario) != null) {
            throw place.scenario(scenario.id()).wrong("there are two of that id");
        }
        inOrder.add(scenario);
    }

    private static JsonNode parse(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new ScenarioFileException(
                    "%s is no JSON: line %d, column %d: %s"
                            .formatted(
                                    name,
                                    failure.getLocation().getLineNr(),
                                    failure.getLocation().getColumnNr(),
                                    failure.getOriginalMessage()),
                    failure);
        }
    }

    /** Returns where they come from, in words. */
    public String origin() {
        return source.name();
    }

    /** Returns all of them, in the order of the file. */
    public List<Scenario> all() {
        return List.copyOf(inOrder);
    }

    /** Returns the decisions beside the file. */
    public Decisions decisions() {
        return decisions;
    }

    /** Returns the scenario that differs from an {@code .unloaded} one only in that the children are loaded. */
    public Optional<Scenario> loadedTwin(Scenario scenario) {
        if (!scenario.id().endsWith(UNLOADED)) {
            return Optional.empty();
        }
        String twin = scenario.id().substring(0, scenario.id().length() - UNLOADED.length()) + ".loaded";
        return Optional.ofNullable(scenarios.get(twin));
    }

    /** Returns the scenario file as it is. */
    public JsonNode document() {
        return document;
    }

    /** Returns the decisions as they are, or null if the file has none beside it. */
    public @Nullable JsonNode decidedDocument() {
        return decided;
    }
}
