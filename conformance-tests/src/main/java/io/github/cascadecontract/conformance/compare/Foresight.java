package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.PlannedFlush;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which scenarios remove, and which plans have said something about it. */
final class Foresight {
    private Foresight() {}

    /** Whether a scenario calls {@code remove}, or rows went for another reason. */
    static boolean removes(Scenario scenario, Attempt attempt) {
        boolean calls = scenario.steps().stream()
                .map(step -> step instanceof ScenarioStep.Try tried ? tried.step() : step)
                .anyMatch(ScenarioStep.Delete.class::isInstance);
        return calls || attempt instanceof Attempt.Observed observed && rowsWent(observed.observation());
    }

    private static boolean rowsWent(Observation observed) {
        return Stream.of(observed.byClient(), observed.byDatabase())
                .map(Map::values)
                .flatMap(Collection::stream)
                .mapToInt(RowCounts::delete)
                .anyMatch(rows -> rows > 0);
    }

    /** Whether a plan or the flush after it has touched a row for a removal. */
    static boolean isPlanned(Attempt attempt) {
        return attempt instanceof Attempt.Observed observed
                && observed.observation().planned().stream().anyMatch(Foresight::isOfRemoval);
    }

    /**
     * Why a scenario that removes was not planned.
     *
     * @param planned what came of trying; null if it was not tried
     */
    static String whyNot(Door door, @Nullable Trial planned) {
        if (!Variant.PLANNED_FIRST.isFor(door)) {
            return "a plain EntityManager cannot be asked for a plan";
        }
        if (planned == null) {
            return "only a statement of the application removes";
        }
        return planned.attempt() instanceof Attempt.Unsupported unsupported
                ? unsupported.reason()
                : "no flush of it removes a row";
    }

    private static boolean isOfRemoval(PlannedFlush flush) {
        RemovalPlan plan = flush.plan();
        return plan == null
                || plan.isBlocked()
                || plan.totals().values().stream().anyMatch(rows -> !rows.equals(RowTotals.NONE));
    }
}
