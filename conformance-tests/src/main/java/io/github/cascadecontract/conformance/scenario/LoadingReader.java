package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cascadecontract.conformance.scenario.Expectation.Loading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which tables the recorded unit of work read entities of on its own account. It read collections when they were changed; a
 * Java collection may do so later or not at all, so these tables are left open, as are those that a new unit of work reads again, and the
 * far sides that were read only with their link rows.
 */
final class LoadingReader {
    private static final Pattern SELECT = Pattern.compile("(\\d+) (\\S+): select (\\S+) x\\d+");
    private static final Set<String> OWN_ACCOUNT =
            Set.of("add", "delete", "merge", "flush", "commit", "new_session", "rollback", "expunge");
    private static final Set<String> CALLERS =
            Set.of("get", "load", "load_filtered", "ids", "value", "refresh", "expire");
    private static final Set<String> ENDS = Set.of("commit", "rollback", "new_session");

    private final List<ScenarioStep> steps;
    private final Set<String> must = new HashSet<>();
    private final Set<String> may = new HashSet<>();

    private LoadingReader(List<ScenarioStep> steps) {
        this.steps = steps;
    }

    static @Nullable Loading read(Fields scenario, List<ScenarioStep> steps) {
        if (!scenario.has("statements_by_step")) {
            return null;
        }
        LoadingReader reader = new LoadingReader(steps);
        scenario.array("statements_by_step").stream().map(JsonNode::asText).forEach(reader::read);
        reader.must.removeAll(reader.may);
        return new Loading(reader.must, reader.may);
    }

    private void read(String line) {
        Matcher select = SELECT.matcher(line);
        if (select.matches() && !CALLERS.contains(select.group(2))) {
            int step = Integer.parseInt(select.group(1));
            List<String> tables = List.of(select.group(3).split("\\+"));
            boolean open = tables.size() > 1 || !OWN_ACCOUNT.contains(select.group(2)) || isAfterEnd(step);
            (open ? may : must).addAll(tables);
        }
    }

    private boolean isAfterEnd(int step) {
        return steps.stream().limit(step).map(ScenarioStep::word).anyMatch(ENDS::contains);
    }
}
