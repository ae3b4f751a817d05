package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.scenario.Decision;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.Expectation.Loading;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the expectation: the contract's own where it decides otherwise, else what was recorded. */
final class Expectations {
    private final Scenarios scenarios;

    Expectations(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    Expected of(Scenario scenario, Observation observed) {
        Optional<Decision> decision = scenarios.decisions().about(scenario.id());
        if (decision.isPresent() && decision.get().expectation() != null) {
            return new Expected(decision.get().expectation(), decision.get(), null);
        }
        Map<String, String> loaded = observed.reading().loadedByFind();
        Expected expected =
                loaded.isEmpty() ? new Expected(scenario.recorded(), null, null) : loadedByFind(scenario, loaded);
        return expected.with(
                leaveOpen(expected.expectation(), observed.reading().readForCaller()));
    }

    /** What is expected if reading what is loaded with its owner is not compared. */
    static Expected withoutOwned(Expected expected, Observation observed) {
        return expected.with(
                leaveOpen(expected.expectation(), observed.reading().loadedWithOwner()));
    }

    /** A provider that cannot leave an inverse one-to-one out of {@code find} is held to what was recorded with it loaded. */
    private Expected loadedByFind(Scenario scenario, Map<String, String> loaded) {
        String fact = "find loads " + String.join(", ", loaded.keySet());
        Optional<Expectation> told = scenarios.decisions().ifLoadedByFind(scenario.id());
        if (told.isPresent()) {
            return new Expected(told.get(), null, fact + ": compared with what is decided for that");
        }
        Optional<Scenario> twin = scenarios.loadedTwin(scenario);
        if (twin.isPresent()) {
            return new Expected(
                    ofTwin(scenario, twin.get()),
                    null,
                    fact + ": compared with " + twin.get().id());
        }
        Expectation open = leaveOpen(scenario.recorded(), new HashSet<>(loaded.values()));
        return new Expected(open, null, fact + ": reading its table at another time is not compared");
    }

    /** The twin has one step more, which loads: a later step of it has an index one higher. */
    private static Expectation ofTwin(Scenario scenario, Scenario twin) {
        Expectation recorded = twin.recorded();
        int extra = firstDifference(scenario, twin);
        return recorded.failingAt(shifted(recorded.failedAtStep(), extra));
    }

    private static int firstDifference(Scenario scenario, Scenario twin) {
        int index = 0;
        while (index < scenario.steps().size()
                && scenario.steps().get(index).equals(twin.steps().get(index))) {
            index++;
        }
        return index;
    }

    private static @Nullable String shifted(@Nullable String step, int extra) {
        if (step == null || !step.chars().allMatch(Character::isDigit)) {
            return step;
        }
        int index = Integer.parseInt(step);
        return String.valueOf(index > extra ? index - 1 : index);
    }

    private static Expectation leaveOpen(Expectation expectation, Set<String> tables) {
        Loading loading = expectation.loading();
        if (loading == null || tables.isEmpty()) {
            return expectation;
        }
        Set<String> must = new HashSet<>(loading.must());
        must.removeAll(tables);
        Set<String> may = new HashSet<>(loading.may());
        may.addAll(tables);
        return expectation.loading(new Loading(must, may));
    }
}
