package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.compare.Trial;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Story;
import io.github.cascadecontract.conformance.rulebook.Proofs;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Turns results into what JUnit knows: passed, failed, aborted. */
final class Verdicts {
    private final Judge judge;
    private final Proofs proofs;
    private final Map<String, Story> stories;
    private final Declarations declared;

    Verdicts(Judge judge, Proofs proofs, Map<String, Story> stories, Declarations declared) {
        this.judge = judge;
        this.proofs = proofs;
        this.stories = stories;
        this.declared = declared;
    }

    /** Skips what is not to be run at all. */
    void abortIfNotRun(Scenario scenario) {
        judge.notPortable(scenario).ifPresent(result -> {
            throw new TestAbortedException("not portable: " + result.difference());
        });
        Collection<Ability> missing = declared.missing(scenario);
        if (!missing.isEmpty()) {
            throw new TestAbortedException("not declared: %s (it needs %s)"
                    .formatted(
                            missing.stream().map(Ability::name).collect(Collectors.joining(", ")),
                            missing.stream().map(Ability::need).collect(Collectors.joining(", and "))));
        }
    }

    /** An adapter that has declared all abilities of a scenario must take its mapping. */
    void verifyTaken(Scenario scenario, RuntimeException refusal) {
        Optional<String> reason = declared.deviation(scenario);
        if (reason.isPresent()) {
            throw new TestAbortedException("declared deviation: " + reason.get());
        }
        throw new AssertionFailedError(
                "%s: the adapter refuses the mapping, though abilities() declares all that the scenario needs. Take the ability out, or name the scenario in deviations(). It said: %s"
                        .formatted(scenario.id(), refusal.getMessage()),
                refusal);
    }

    void verify(Scenario scenario, Trial trial) {
        Result result = trial.result();
        Optional<String> reason = declared.deviation(scenario);
        switch (result.status()) {
            case PASS, DECIDED ->
                reason.ifPresent(said -> {
                    throw new AssertionFailedError(
                            "%s is declared as a deviation (%s), but it meets the contract: take the entry out."
                                    .formatted(scenario.id(), said));
                });
            case FAIL -> failed(result, trial.attempt(), reason);
            case OPEN, UNSUPPORTED, NOT_PORTABLE ->
                throw new TestAbortedException(result.status().text() + ": " + result.difference());
        }
    }

    private void failed(Result result, Attempt attempt, Optional<String> reason) {
        if (reason.isPresent()) {
            throw new TestAbortedException("declared deviation: " + reason.get() + " (" + result.difference() + ")");
        }
        Story story = Objects.requireNonNull(stories.get(result.scenario()), result.scenario());
        throw new AssertionFailedError(
                FailureText.of(result, story, proofs.rulesOf(result.scenario()), declared.command(result.scenario())),
                failure(attempt));
    }

    private static @Nullable Throwable failure(Attempt attempt) {
        return attempt instanceof Attempt.Observed observed
                ? observed.observation().ending().failure()
                : null;
    }
}
