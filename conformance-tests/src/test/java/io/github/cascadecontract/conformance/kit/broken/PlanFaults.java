package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.conformance.kit.jdbc.Seams;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceView;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Adapters whose plans are not true. What they do is as it should be. */
final class PlanFaults {
    private PlanFaults() {}

    static BrokenAdapter forgetsDatabase() {
        return without(rows -> rows.actor() == Actor.DATABASE);
    }

    static BrokenAdapter forgetsObstacles() {
        return without(rows -> rows.obstacle() != null);
    }

    private static BrokenAdapter without(Predicate<PlannedRows> forgotten) {
        UnaryOperator<RemovalPlan> fault =
                plan -> new RemovalPlan(plan.entity(), plan.id(), kept(plan.roots(), forgotten), plan.notes());
        return counting(counted -> new CountedRemoval(fault.apply(counted.plan()), counted.reached()));
    }

    private static List<PlannedRows> kept(List<PlannedRows> rows, Predicate<PlannedRows> forgotten) {
        return rows.stream()
                .filter(forgotten.negate())
                .map(kept -> new PlannedRows(
                        kept.place(),
                        kept.actor(),
                        kept.effect(),
                        kept.rows(),
                        kept.rule(),
                        kept.statements(),
                        kept.skipped(),
                        kept.obstacle(),
                        kept(kept.below(), forgotten)))
                .toList();
    }

    private static BrokenAdapter counting(UnaryOperator<CountedRemoval> fault) {
        UnaryOperator<PersistenceView> view = good -> new ViewWrapper(good) {
            @Override
            public CountedRemoval count(RemovalOutline outline) {
                return fault.apply(good.count(outline));
            }
        };
        return BrokenAdapter.inside(Seams.view(view));
    }

    static BrokenAdapter flushesAfterPlan() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public RemovalPlan plan(Object entity) {
                RemovalPlan plan = good.plan(entity);
                good.flush();
                return plan;
            }
        });
    }

    /** Reads what a plan only counts. */
    static BrokenAdapter loadsToPlan() {
        return BrokenAdapter.contractSession((good, contract, dataSource) -> new SessionWrapper(good) {
            @Override
            public RemovalPlan plan(Object entity) {
                contract.entity(entity.getClass()).relations().stream()
                        .map(relation -> relation.attribute().get(entity))
                        .filter(Collection.class::isInstance)
                        .forEach(members -> ((Collection<?>) members).size());
                return good.plan(entity);
            }
        });
    }

    static BrokenAdapter doesNotPlan() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public RemovalPlan plan(Object entity) {
                throw new UnsupportedOperationException("without the contract there is no plan");
            }
        });
    }
}
