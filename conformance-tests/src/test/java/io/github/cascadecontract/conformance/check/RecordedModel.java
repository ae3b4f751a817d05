package io.github.cascadecontract.conformance.check;

import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.schema.Ddl;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.mapping.RelationKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tables and classes that scenarios were recorded on.
 *
 * @param settings what they are made of
 * @param scenarios the scenarios
 * @param source where they come from
 */
record RecordedModel(ModelSettings settings, List<Scenario> scenarios, Scenarios source) {
    static List<RecordedModel> all() {
        Scenarios source = Scenarios.builtIn();
        Map<ModelSettings, List<Scenario>> byModel = source.all().stream()
                .collect(Collectors.groupingBy(Scenario::model, LinkedHashMap::new, Collectors.toList()));
        return byModel.entrySet().stream()
                .map(model -> new RecordedModel(model.getKey(), model.getValue(), source))
                .toList();
    }

    /** The contract, empty if it is refused. */
    Optional<CascadeContract> contract() {
        try {
            return Optional.of(GeneratedModel.of(settings).contract());
        } catch (InvalidContractException refused) {
            return Optional.empty();
        }
    }

    String tables() {
        return Ddl.of(settings);
    }

    /** What the recorded tables lack: an index for each key, unique where a parent has one child. */
    String indexes() {
        return settings.foreignKeys().stream()
                .map(key -> "CREATE %sINDEX ON %s (%s)".formatted(unique(key), key.table(), key.column()))
                .collect(Collectors.joining("; "));
    }

    private String unique(ForeignKeySetting key) {
        boolean isOneToOne = settings.relations().stream()
                .anyMatch(relation -> relation.kind() == RelationKind.ONE_TO_ONE
                        && relation.over().equals(key.name()));
        return isOneToOne ? "UNIQUE " : "";
    }

    /** Whether its scenarios remove a parent with children, once with the children loaded and once without. */
    boolean isOfTheMatrix() {
        return scenarios.stream().allMatch(scenario -> scenario.id().startsWith("matrix."));
    }

    /** Whether each of its removals succeeds, and ends with the same rows whatever was loaded. */
    boolean isCorrect() {
        List<Expectation> ends = scenarios.stream().map(this::expectation).toList();
        return ends.stream().allMatch(end -> end.outcome().equals(Expectation.COMMITTED))
                && ends.stream()
                                .map(Expectation::finalRows)
                                .map(Objects::requireNonNull)
                                .distinct()
                                .count()
                        == 1;
    }

    private Expectation expectation(Scenario scenario) {
        return source.decisions()
                .about(scenario.id())
                .map(decision -> decision.expectation())
                .orElse(scenario.recorded());
    }
}
