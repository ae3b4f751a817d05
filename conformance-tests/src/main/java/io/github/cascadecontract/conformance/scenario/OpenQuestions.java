package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scenarios whose expectation is questioned, each with the wording of the rule that is proposed. */
public final class OpenQuestions {
    private static final String NAME = "open-questions.json";

    private final Map<String, String> proposals = new LinkedHashMap<>();

    private OpenQuestions() {}

    /** Reads the list that comes with the suite. */
    public static OpenQuestions load() {
        return parse(ScenarioSource.resource(NAME));
    }

    /**
     * Reads a list.
     *
     * @param text JSON: {@code {"questions": [{"scenario": id, "proposal": wording of the rule}]}}
     * @throws ScenarioFileException if it cannot be read
     */
    public static OpenQuestions parse(String text) {
        OpenQuestions questions = new OpenQuestions();
        Place place = Place.of(NAME);
        for (JsonNode node : new Fields(tree(text), place).array("questions")) {
            Fields question = new Fields(node, place.in("'questions'"));
            questions.proposals.put(question.text("scenario"), question.text("proposal"));
        }
        return questions;
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException failure) {
            throw new ScenarioFileException(NAME + " is no JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** Returns the wording that is proposed, if the scenario is questioned. */
    public Optional<String> about(String scenario) {
        return Optional.ofNullable(proposals.get(scenario));
    }

    /** Returns the scenarios that are questioned. */
    public Set<String> scenarios() {
        return Collections.unmodifiableSet(proposals.keySet());
    }
}
