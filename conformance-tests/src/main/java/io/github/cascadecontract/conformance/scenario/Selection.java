package io.github.cascadecontract.conformance.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

    /** The groups that no adapter covers yet. A group that is covered is taken out of here, and nowhere else. */
    private static final Set<String> LATER_GROUPS = Set.of(
            "merge",
            "many-to-many",
            "transactions",
            "refresh-expire",
            "bulk statements",
            "expunge",
            "cycles and post_update",
            "configuration",
            "primary key change");

    /** Returns the selection that the system property {@value #PROPERTY} names. */
    public static Selection fromSystemProperties() {
        return new Selection(System.getProperty(PROPERTY, ""));
    }

    /**
     * Returns the scenarios that are selected.
     *
     * @throws ScenarioFileException if there is none, with those that come near
     */
    public List<Scenario> of(Scenarios scenarios) {
        List<Scenario> selected = scenarios.all().stream()
                .filter(scenario -> !LATER_GROUPS.contains(scenario.group()))
                .filter(this::names)
                .toList();
        if (selected.isEmpty()) {
            throw new ScenarioFileException("-D%s=%s selects none of the %d scenarios of %s; of later groups: %s"
                    .formatted(PROPERTY, only, scenarios.all().size(), scenarios.origin(), leftOut(scenarios)));
        }
        return selected;
    }

    /** Returns how many of the scenarios named are in groups that are not covered yet, by group. */
    public List<String> leftOut(Scenarios scenarios) {
        return scenarios.all().stream()
                .filter(this::names)
                .map(Scenario::group)
                .filter(LATER_GROUPS::contains)
                .collect(Collectors.groupingBy(group -> group, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(group -> group.getKey() + " (" + group.getValue() + ")")
                .toList();
    }

    /** Returns whether a scenario is among those named, whatever its group. */
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
