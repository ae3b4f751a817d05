package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.run.PlannedFlush;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares plans with what came of the flushes after them: they went through, or failed, as planned, and so did the rows. */
final class PlanDifferences {
    /** Failures that a plan foresees; it is not asked about others. */
    private static final Set<String> FORESEEN =
            Set.of("integrity_violation:foreign_key", "integrity_violation:not_null", "protected_entity");

    private final boolean deferred;
    private final Set<String> awaited = new TreeSet<>();
    private final List<String> found = new ArrayList<>();

    private PlanDifferences(ModelSettings model) {
        this.deferred =
                model.foreignKeys().stream().anyMatch(key -> key.constraints().deferred());
    }

    /** Returns the differences in words; none if every flush did what its plan told. */
    static List<String> of(ModelSettings model, List<PlannedFlush> flushes) {
        PlanDifferences differences = new PlanDifferences(model);
        for (PlannedFlush flush : flushes) {
            if (flush.plan() == null) {
                differences.compareRefusal(flush);
            } else {
                differences.compare(flush, flush.plan());
            }
        }
        differences.end(flushes);
        return differences.found;
    }

    private void compareRefusal(PlannedFlush flush) {
        if (!Objects.equals(flush.refusal(), flush.failure())) {
            String end = flush.failure() == null ? "went through" : "failed with " + flush.failure();
            found.add("the plan before step %d was refused with %s, and the flush %s"
                    .formatted(flush.step(), flush.refusal(), end));
        }
    }

    private void compare(PlannedFlush flush, RemovalPlan plan) {
        List<String> unlike = new ArrayList<>(aside(flush.before()));
        if (flush.failure() != null) {
            unlike.addAll(failure(flush.failure(), plan));
        } else if (plan.isBlocked()) {
            unlike.addAll(success(plan));
        } else {
            unlike.addAll(PlannedRowDifferences.of(plan, flush));
        }
        if (!unlike.isEmpty()) {
            found.add(told(flush, plan, unlike));
        }
    }

    private static List<String> aside(PlannedFlush.Before before) {
        List<String> done = new ArrayList<>();
        if (!before.changedByPlans().isEmpty()) {
            done.add("the plan itself has changed rows: " + before.changedByPlans());
        }
        if (!before.readByPlans().isEmpty()) {
            done.add("the plan itself has read entities of " + String.join(", ", new TreeSet<>(before.readByPlans())));
        }
        return done;
    }

    private List<String> failure(String failure, RemovalPlan plan) {
        Set<String> planned = new TreeSet<>(failures(plan));
        planned.addAll(awaited);
        if (!FORESEEN.contains(failure) || planned.contains(failure)) {
            return List.of();
        }
        String told = planned.isEmpty() ? "to go through" : "to fail with " + String.join(" or ", planned);
        return List.of("planned %s, and the flush failed with %s".formatted(told, failure));
    }

    /** A deferred key speaks at the commit. */
    private List<String> success(RemovalPlan plan) {
        awaited.addAll(failures(plan));
        return deferred ? List.of() : List.of("planned as blocked, and the flush went through");
    }

    private void end(List<PlannedFlush> flushes) {
        boolean failed = flushes.stream().anyMatch(flush -> flush.failure() != null);
        if (deferred && !awaited.isEmpty() && !failed) {
            found.add("planned to fail with %s, and it was committed".formatted(String.join(" or ", awaited)));
        }
    }

    private static Set<String> failures(RemovalPlan plan) {
        return plan.obstacles().stream().map(PlanDifferences::failure).collect(Collectors.toSet());
    }

    private static String failure(Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case RESTRICT, NO_ACTION -> "integrity_violation:foreign_key";
            case NOT_NULL -> "integrity_violation:not_null";
            case PROTECTED -> "protected_entity";
        };
    }

    private static String told(PlannedFlush flush, RemovalPlan plan, List<String> unlike) {
        String tree = plan.toString().lines().map(line -> "      " + line).collect(Collectors.joining("\n"));
        return "the plan before step %d is not what happened: %s\n%s\n  "
                .formatted(flush.step(), String.join("; ", unlike), tree);
    }
}
