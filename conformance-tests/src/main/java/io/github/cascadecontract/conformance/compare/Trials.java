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
            course(variant, scenario, door)
                    .ifPresent(course -> others.put(variant, played(scenario, model, door, course)));
        }
        Optional<String> unplanned = unplanned(scenario, door, asWritten, others);
        Trial all = others.isEmpty() ? asWritten : asWritten.with(others);
        return unplanned.map(all::unplanned).orElse(all);
    }

    private Optional<Course> course(Variant variant, Scenario scenario, Door door) {
        return variant.isFor(door) && judge.covers(variant, scenario) ? variant.of(scenario) : Optional.empty();
    }

    /** A plan that told of no removal proves nothing: it is taken out, and if the scenario removes, the reason is returned. */
    private Optional<String> unplanned(Scenario scenario, Door door, Trial asWritten, Map<Variant, Trial> others) {
        Trial planned = others.get(Variant.PLANNED_FIRST);
        if (planned != null && (planned.result().status().isDifferent() || Foresight.isPlanned(planned.attempt()))) {
            return Optional.empty();
        }
        others.remove(Variant.PLANNED_FIRST);
        boolean isMissed = variants.contains(Variant.PLANNED_FIRST) && Foresight.removes(scenario, asWritten.attempt());
        return isMissed ? Optional.of(Foresight.whyNot(door, planned)) : Optional.empty();
    }

    private Trial played(Scenario scenario, ConnectedModel model, Door door, Course course) {
        Attempt attempt = model.run(scenario, door, course);
        Result result = judge.judge(scenario, attempt);
        return new Trial(result, attempt);
    }
}
