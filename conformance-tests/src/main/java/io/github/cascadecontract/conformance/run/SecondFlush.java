package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.run.Course.Turn;
import io.github.cascadecontract.conformance.scenario.Operation;
import io.github.cascadecontract.conformance.scenario.SavepointStep;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.List;
import java.util.stream.Stream;

/** Flushes twice. What a step tries may fail, and after an error nothing can be flushed: tried steps are left alone. */
final class SecondFlush {
    private static final ScenarioStep FLUSH = new ScenarioStep.Whole(Operation.FLUSH);
    private static final List<ScenarioStep> FLUSHING =
            List.of(FLUSH, new ScenarioStep.Whole(Operation.COMMIT), new ScenarioStep.Whole(Operation.NEW_SESSION));

    private SecondFlush() {}

    static Course course(Scenario scenario) {
        List<Turn> turns =
                Course.turns(scenario).stream().flatMap(SecondFlush::twice).toList();
        return new Course(PairWriting.BOTH_SIDES, turns);
    }

    private static Stream<Turn> twice(Turn turn) {
        Turn flush = new Turn(turn.index(), FLUSH);
        boolean setsSavepoint =
                turn.step() instanceof SavepointStep savepoint && savepoint.operation() == SavepointStep.Operation.SET;
        if (setsSavepoint) {
            return Stream.of(turn, flush);
        }
        return FLUSHING.contains(turn.step()) ? Stream.of(flush, turn) : Stream.of(turn);
    }
}
