package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Course;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays scenarios in each way in which they must come out the same. */
public final class Trials {
    private final Judge judge;
    private final Set<Variant> variants;

    /**
     * Makes trials.
     *
     * @param judge says how each of them came out
     * @param variants the ways in which a scenario is played besides the one that is written
     */
    public Trials(Judge judge, Set<Variant> variants) {
        this.judge = judge;
        this.variants = Set.copyOf(variants);
    }

    /** Returns what came of a scenario as it is written, and in the other ways that are not the same for it. */
    public Trial of(Scenario scenario, ConnectedModel model, Door door) {
        Map<Variant, Trial> others = new EnumMap<>(Variant.class);
        Trial asWritten = played(scenario, model, door, Course.asWritten(scenario, PairWriting.BOTH_SIDES));
        if (asWritten.attempt() instanceof Attempt.Unsupported) {
            return asWritten;
        }
        for (Variant variant : variants) {
            course(variant, scenario).ifPresent(course -> others.put(variant, played(scenario, model, door, course)));
        }
        return others.isEmpty() ? asWritten : asWritten.with(others);
    }

    private Optional<Course> course(Variant variant, Scenario scenario) {
        return judge.covers(variant, scenario) ? variant.of(scenario) : Optional.empty();
    }

    private Trial played(Scenario scenario, ConnectedModel model, Door door, Course course) {
        Attempt attempt = model.run(scenario, door, course);
        Result result = judge.judge(scenario, attempt);
        return new Trial(result, attempt);
    }
}
