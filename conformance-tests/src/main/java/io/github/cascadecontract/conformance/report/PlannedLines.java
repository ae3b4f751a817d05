package io.github.cascadecontract.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many scenarios that remove were planned first, and which were not, and why. */
public final class PlannedLines {
    /** Its name among the variants of a result. */
    public static final String VARIANT = "planned-first";

    private static final int NAMED = 12;

    private PlannedLines() {}

    /**
     * Returns a line with the counts, and one for each reason why scenarios were not planned; none if nothing was to be planned.
     *
     * @param results how scenarios came out
     */
    public static List<String> of(List<Result> results) {
        List<Status> planned = new ArrayList<>();
        Map<String, List<String>> unplanned = new LinkedHashMap<>();
        for (Result result : results) {
            if (result.variants().containsKey(VARIANT)) {
                planned.add(result.variants().get(VARIANT));
            } else if (result.unplanned() != null) {
                unplanned
                        .computeIfAbsent(result.unplanned(), absent -> new ArrayList<>())
                        .add(result.scenario());
            }
        }
        return planned.isEmpty() && unplanned.isEmpty() ? List.of() : lines(planned, unplanned);
    }

    private static List<String> lines(List<Status> planned, Map<String, List<String>> unplanned) {
        List<String> lines = new ArrayList<>();
        long differ = planned.stream().filter(Status.FAIL::equals).count();
        lines.add("planned first: %d scenarios, %d differ".formatted(planned.size(), differ));
        unplanned.forEach((reason, scenarios) ->
                lines.add("  not planned: %d, %s (%s)".formatted(scenarios.size(), reason, names(scenarios))));
        return lines;
    }

    private static String names(List<String> scenarios) {
        return scenarios.size() <= NAMED
                ? String.join(", ", scenarios)
                : String.join(", ", scenarios.subList(0, NAMED)) + " and others";
    }
}
