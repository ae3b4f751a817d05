package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.Decision;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a scenario came out. */
public final class Judge {
    private final Scenarios scenarios;
    private final OpenQuestions questions;
    private final Expectations expectations;

    /**
     * Makes a judge.
     *
     * @param scenarios what was recorded and decided
     * @param questions which expectations are questioned
     */
    public Judge(Scenarios scenarios, OpenQuestions questions) {
        this.scenarios = scenarios;
        this.questions = questions;
        this.expectations = new Expectations(scenarios);
    }

    /** Returns the result of a scenario that Java has no word for, if it is one: it is not to be run. */
    public Optional<Result> notPortable(Scenario scenario) {
        return scenarios
                .decisions()
                .about(scenario.id())
                .filter(decision -> !decision.isPortable())
                .map(decision -> new Result(
                        scenario.id(), Status.NOT_PORTABLE, decision.rules(), null, null, decision.because()));
    }

    /** Returns how many sides of a pair the scenario's steps shall touch: some make sense only if both are. */
    public PairWriting writing(Scenario scenario) {
        return scenarios.decisions().bothSidesOnly(scenario.id())
                ? PairWriting.BOTH_SIDES
                : PairWriting.fromSystemProperties();
    }

    /** Compares what was seen with what should be. */
    public Result judge(Scenario scenario, Attempt attempt) {
        if (attempt instanceof Attempt.Unsupported unsupported) {
            return new Result(scenario.id(), Status.UNSUPPORTED, rules(scenario), null, null, unsupported.reason());
        }
        return judge(scenario, ((Attempt.Observed) attempt).observation());
    }

    private Result judge(Scenario scenario, Observation observed) {
        Expected expected = expectations.of(scenario, observed);
        List<String> differences = Differences.between(
                scenario,
                expected.expectation(),
                observed,
                scenarios.decisions().notCompared(scenario.id()));
        Status status = differences.isEmpty() ? met(expected) : missed(scenario);
        return new Result(
                scenario.id(),
                status,
                rules(scenario),
                Readable.expected(scenario, expected.expectation(), observed),
                Readable.observed(observed),
                sentence(scenario, expected, differences),
                expected.note());
    }

    private static Status met(Expected expected) {
        return expected.decision() == null ? Status.PASS : Status.DECIDED;
    }

    private Status missed(Scenario scenario) {
        return questions.about(scenario.id()).isPresent() ? Status.OPEN : Status.FAIL;
    }

    private @Nullable String rules(Scenario scenario) {
        return scenarios.decisions().about(scenario.id()).map(Decision::rules).orElse(null);
    }

    private @Nullable String sentence(Scenario scenario, Expected expected, List<String> differences) {
        if (differences.isEmpty()) {
            return expected.decision() == null ? null : expected.decision().because();
        }
        String text = String.join("; ", differences) + ".";
        String sentence = text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
        return questions
                .about(scenario.id())
                .map(proposal -> sentence + " Proposed: " + proposal)
                .orElse(sentence);
    }
}
