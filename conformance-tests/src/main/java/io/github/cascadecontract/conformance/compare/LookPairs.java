package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What looking steps should see and saw, in the same words. Of the recorded states only managed or not is told by Java, and of
 * what is not loaded only relations.
 */
final class LookPairs {
    private static final Set<String> MANAGED_STATES = Set.of("pending", "persistent");

    private final Map<String, @Nullable Object> should;
    private final Map<String, @Nullable Object> is;
    private final boolean ended;

    private LookPairs(Map<String, @Nullable Object> should, Map<String, @Nullable Object> is, boolean ended) {
        this.should = should;
        this.is = is;
        this.ended = ended;
    }

    static LookPairs of(Scenario scenario, Expectation expected, Observation observed) {
        boolean sameEnd = expected.outcome().equals(observed.ending().outcome());
        return new LookPairs(translated(scenario, expected), observed.looks(), sameEnd);
    }

    static Map<String, @Nullable Object> translated(Scenario scenario, Expectation expected) {
        Set<String> relations = relations(scenario.model());
        Map<String, @Nullable Object> looks = new LinkedHashMap<>();
        expected.looks().forEach((look, value) -> looks.put(look, translated(look, value, relations)));
        return looks;
    }

    private static Set<String> relations(ModelSettings model) {
        return model.relations().stream().map(RelationSetting::attribute).collect(Collectors.toSet());
    }

    private static @Nullable Object translated(String look, @Nullable Object value, Set<String> relations) {
        if (look.startsWith("state(") && value instanceof String state) {
            return MANAGED_STATES.contains(state) ? Observation.MANAGED : Observation.NOT_MANAGED;
        }
        if (look.startsWith("unloaded(") && value instanceof List<?> names) {
            return names.stream().filter(relations::contains).sorted().toList();
        }
        return value;
    }

    List<String> differences(Set<String> notCompared) {
        List<String> differences = new ArrayList<>();
        should.forEach((look, wanted) -> {
            boolean compared = !notCompared.contains(look) && !Expectation.ANY.equals(wanted);
            if (compared && is.containsKey(look) && !Objects.equals(wanted, is.get(look))) {
                differences.add("%s is %s instead of %s".formatted(look, is.get(look), wanted));
            } else if (compared && ended && !is.containsKey(look)) {
                differences.add("%s was not seen, should be %s".formatted(look, wanted));
            }
        });
        return differences;
    }
}
