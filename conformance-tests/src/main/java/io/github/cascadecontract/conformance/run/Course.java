package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.ArrayList;
import java.util.List;

/**
 * How a scenario is played.
 *
 * @param writing which sides of a pair its steps touch
 * @param turns what is done, in order
 * @param planning whether plans are asked for
 */
public record Course(PairWriting writing, List<Turn> turns, Planning planning) {
    /** Keeps an immutable copy. */
    public Course {
        turns = List.copyOf(turns);
    }

    /**
     * A course without plans.
     *
     * @param writing which sides of a pair its steps touch
     * @param turns what is done, in order
     */
    public Course(PairWriting writing, List<Turn> turns) {
        this(writing, turns, Planning.NONE);
    }

    /**
     * One step that is done.
     *
     * @param index of the step in the scenario that it stands for
     * @param step what is done
     */
    public record Turn(int index, ScenarioStep step) {}

    /** Returns the steps as they are written. */
    public static Course asWritten(Scenario scenario, PairWriting writing) {
        return new Course(writing, turns(scenario));
    }

    static List<Turn> turns(Scenario scenario) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            turns.add(new Turn(i, scenario.steps().get(i)));
        }
        return turns;
    }
}
