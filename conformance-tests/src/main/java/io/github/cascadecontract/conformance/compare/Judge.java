package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.Decision;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.OpenQuestions.Question;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Returns whether a scenario must come out the same if it is played in another way. */
    boolean covers(Variant variant, Scenario scenario) {
        return variant != Variant.NAMED_SIDE || !scenarios.decisions().bothSidesOnly(scenario.id());
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
        List<String> differences = new ArrayList<>(differences(scenario, expected, observed));
        List<String> notAsTold = new ArrayList<>(PlanDifferences.of(scenario.model(), observed.planned()));
        notAsTold.addAll(observed.misreported());
        boolean mayBeAsked = !differences.isEmpty() && notAsTold.isEmpty();
        Optional<Question> question = mayBeAsked ? question(scenario, expected, observed) : Optional.empty();
        differences.addAll(notAsTold);
        return new Result(
                scenario.id(),
                differences.isEmpty() ? met(expected) : question.isPresent() ? Status.OPEN : Status.FAIL,
                rules(scenario),
                Readable.expected(scenario, expected.expectation(), observed),
                Readable.observed(observed),
                differences.isEmpty() ? because(expected) : sentence(differences, question),
                expected.note());
    }

    private List<String> differences(Scenario scenario, Expected expected, Observation observed) {
        return Differences.between(
                scenario,
                expected.expectation(),
                observed,
                scenarios.decisions().notCompared(scenario.id()));
    }

    /** The question that a difference comes under; one about a kind of provider covers nothing else. */
    private Optional<Question> question(Scenario scenario, Expected expected, Observation observed) {
        return questions.about(scenario.id()).filter(question -> switch (question.when()) {
            case ALWAYS -> true;
            case REFERENCES_LOADED_WITH_OWNER ->
                differences(scenario, Expectations.withoutOwned(expected, observed), observed)
                        .isEmpty();
        });
    }

    private static Status met(Expected expected) {
        return expected.decision() == null ? Status.PASS : Status.DECIDED;
    }

    private @Nullable String rules(Scenario scenario) {
        return scenarios.decisions().about(scenario.id()).map(Decision::rules).orElse(null);
    }

    private static @Nullable String because(Expected expected) {
        return expected.decision() == null ? null : expected.decision().because();
    }

    private static String sentence(List<String> differences, Optional<Question> question) {
        String text = String.join("; ", differences) + ".";
        String sentence = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return question.map(asked -> sentence + " Proposed: " + asked.proposal())
                .orElse(sentence);
    }
}
