package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scenarios whose expectation is questioned, each with the wording of the rule that is proposed. */
public final class OpenQuestions {
    private static final String NAME = "open-questions.json";

    private final Map<String, Question> questions = new LinkedHashMap<>();

    private OpenQuestions() {}

    /**
     * What is questioned about a scenario.
     *
     * @param when which runs it is about
     * @param proposal the wording of the rule that is proposed
     */
    public record Question(Condition when, String proposal) {}

    /** Which runs a question is about. */
    public enum Condition {
        /** All of them. */
        ALWAYS("always"),
        /** Those on a provider that loads what a reference refers to with the entity that refers, as far as that makes the difference. */
        REFERENCES_LOADED_WITH_OWNER("references are loaded with their owner");

        private final String text;

        Condition(String text) {
            this.text = text;
        }
    }

    /** Reads the list that comes with the suite. */
    public static OpenQuestions load() {
        return parse(ScenarioSource.resource(NAME));
    }

    /** Questions nothing: what a provider does by itself is measured as it is. */
    public static OpenQuestions none() {
        return new OpenQuestions();
    }

    /**
     * Reads a list.
     *
     * @param text JSON: {@code {"questions": [{"scenarios": [id], "when": "always", "proposal": wording of the rule}]}}
     * @throws ScenarioFileException if it cannot be read
     */
    public static OpenQuestions parse(String text) {
        OpenQuestions open = new OpenQuestions();
        Place place = Place.of(NAME);
        for (JsonNode node : new Fields(tree(text), place).array("questions")) {
            Fields fields = new Fields(node, place.in("'questions'"));
            Question question = new Question(condition(fields), fields.text("proposal"));
            fields.array("scenarios").forEach(id -> open.questions.put(id.asText(), question));
        }
        return open;
    }

    private static Condition condition(Fields fields) {
        String when = fields.text("when");
        return Arrays.stream(Condition.values())
                .filter(condition -> condition.text.equals(when))
                .findFirst()
                .orElseThrow(() -> fields.place().wrong("'when' is no condition: " + when));
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException failure) {
            throw new ScenarioFileException(NAME + " is no JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** Returns what is questioned about a scenario, if it is. */
    public Optional<Question> about(String scenario) {
        return Optional.ofNullable(questions.get(scenario));
    }

    /** Returns the scenarios that are questioned. */
    public Set<String> scenarios() {
        return Collections.unmodifiableSet(questions.keySet());
    }
}
