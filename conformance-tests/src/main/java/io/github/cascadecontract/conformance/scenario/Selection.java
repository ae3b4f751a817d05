package io.github.cascadecontract.conformance.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which scenarios are run.
 *
 * @param only comma-separated names in which {@code *} stands for anything; empty for all
 */
public record Selection(String only) {
    /** Names some scenarios, separated by commas; {@code *} stands for anything. */
    public static final String PROPERTY = "cascade.only";

    /** Returns the selection that the system property {@value #PROPERTY} names. */
    public static Selection fromSystemProperties() {
        return new Selection(System.getProperty(PROPERTY, ""));
    }

    /**
     * Returns the scenarios that are selected.
     *
     * @throws ScenarioFileException if there is none
     */
    public List<Scenario> of(Scenarios scenarios) {
        List<Scenario> selected = scenarios.all().stream().filter(this::names).toList();
        if (selected.isEmpty()) {
            throw new ScenarioFileException("-D%s=%s selects none of the %d scenarios of %s"
                    .formatted(PROPERTY, only, scenarios.all().size(), scenarios.origin()));
        }
        return selected;
    }

    /** Returns whether a scenario is among those named. */
    public boolean names(String scenario) {
        return only.isBlank()
                || Arrays.stream(only.split(","))
                        .map(String::strip)
                        .anyMatch(glob -> pattern(glob).matcher(scenario).matches());
    }

    private boolean names(Scenario scenario) {
        return names(scenario.id());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
