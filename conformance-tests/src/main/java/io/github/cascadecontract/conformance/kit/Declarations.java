package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Selection;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the author of an adapter says about it.
 *
 * @param testClass the class that says it
 * @param door the door to go through
 * @param abilities what the adapter can
 * @param deviations what it is known not to meet
 */
record Declarations(Class<?> testClass, Door door, Set<Ability> abilities, Deviations deviations) {
    /** Returns what a scenario needs and the adapter has not. */
    Collection<Ability> missing(Scenario scenario) {
        Set<Ability> missing = EnumSet.noneOf(Ability.class);
        missing.addAll(Needs.of(scenario));
        missing.removeAll(abilities);
        return missing;
    }

    /** Whether removals are to be planned first, and the adapter does not plan. */
    boolean withoutPlans(Set<Variant> variants) {
        return variants.contains(Variant.PLANNED_FIRST) && !abilities.contains(Ability.PLANS);
    }

    /** Returns the variants that can be played. */
    Set<Variant> played(Set<Variant> variants) {
        return variants.stream()
                .filter(variant -> variant != Variant.PLANNED_FIRST || !withoutPlans(variants))
                .collect(Collectors.toSet());
    }

    Optional<String> deviation(Scenario scenario) {
        return deviations.about(scenario.id());
    }

    /** Returns the command that runs one scenario alone. */
    String command(String scenario) {
        String name = testClass.getName();
        return "mvn test -Dtest=%s -D%s=%s"
                .formatted(name.substring(name.lastIndexOf('.') + 1), Selection.PROPERTY, scenario);
    }
}
