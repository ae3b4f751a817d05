package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Story;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Turns results into what JUnit knows: passed, failed, aborted. */
final class Verdicts {
    private final Judge judge;
    private final Map<String, Story> stories;
    private final Deviations deviations;

    Verdicts(Judge judge, Map<String, Story> stories, Deviations deviations) {
        this.judge = judge;
        this.stories = stories;
        this.deviations = deviations;
    }

    void abortIfNotPortable(Scenario scenario) {
        judge.notPortable(scenario).ifPresent(result -> {
            throw new TestAbortedException("not portable: " + result.difference());
        });
    }

    PairWriting writing(Scenario scenario) {
        return judge.writing(scenario);
    }

    void verify(Scenario scenario, Attempt attempt) {
        Result result = judge.judge(scenario, attempt);
        Optional<String> declared = deviations.about(scenario.id());
        switch (result.status()) {
            case PASS, DECIDED ->
                declared.ifPresent(reason -> {
                    throw new AssertionFailedError(
                            "%s is declared as a deviation (%s), but it meets the contract: take the entry out."
                                    .formatted(scenario.id(), reason));
                });
            case FAIL -> failed(result, attempt, declared);
            case OPEN, UNSUPPORTED, NOT_PORTABLE ->
                throw new TestAbortedException(result.status().text() + ": " + result.difference());
        }
    }

    private void failed(Result result, Attempt attempt, Optional<String> declared) {
        if (declared.isPresent()) {
            throw new TestAbortedException("declared deviation: " + declared.get() + " (" + result.difference() + ")");
        }
        Story story = Objects.requireNonNull(stories.get(result.scenario()), result.scenario());
        throw new AssertionFailedError(FailureText.of(result, story), failure(attempt));
    }

    private static @Nullable Throwable failure(Attempt attempt) {
        return attempt instanceof Attempt.Observed observed
                ? observed.observation().ending().failure()
                : null;
    }
}
