package io.github.cascadecontract.preview;

import io.github.cascadecontract.preview.Counts.Counted;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The counted ways as a tree; rows that several ways reach are told below the first. */
final class PlanTree {
    private final Graph graph;
    private final Counts counts;
    private final Set<Node> told = new HashSet<>();

    PlanTree(Graph graph, Counts counts) {
        this.graph = graph;
        this.counts = counts;
    }

    /** The entity that is asked for first; it is shown even if it has no row yet. */
    List<PlannedRows> roots() {
        List<PlannedRows> roots = new ArrayList<>();
        for (Way way : graph.from(null)) {
            if (roots.isEmpty()) roots.add(planned(way, way.to().isProtected() ? List.of() : below(way.to())));
            else if (isShown(way)) roots.add(planned(way));
        }
        return roots;
    }

    private PlannedRows planned(Way way) {
        return planned(way, isTold(way) ? below(way.to()) : List.of());
    }

    private boolean isTold(Way way) {
        return CountingQuery.isCountable(way)
                && counts.of(way).rows() > 0
                && !way.to().isProtected()
                && !told.contains(way.to());
    }

    private List<PlannedRows> below(Node node) {
        told.add(node);
        List<PlannedRows> below = new ArrayList<>();
        for (Way way : graph.from(node)) if (!way.isLoop() && isShown(way)) add(below, planned(way));
        below.removeIf(planned -> isToldBy(below, planned));
        return below;
    }

    /** That a key does nothing where the client handles its relation need not be told. */
    private static boolean isToldBy(List<PlannedRows> siblings, PlannedRows planned) {
        String relation = planned.place().relation();
        if (relation == null || planned.rows().orElse(1) > 0) return false;
        return siblings.stream()
                .takeWhile(other -> other != planned)
                .anyMatch(other -> relation.equals(other.place().relation()));
    }

    /** Rows in memory and rows that are not, over the same relation, are one line. */
    private static void add(List<PlannedRows> siblings, PlannedRows planned) {
        for (int i = 0; i < siblings.size(); i++) {
            PlannedRows other = siblings.get(i);
            if (!isSame(other, planned)) continue;
            siblings.set(i, together(other, planned));
            return;
        }
        siblings.add(planned);
    }

    private static boolean isSame(PlannedRows one, PlannedRows other) {
        return one.place().equals(other.place())
                && one.actor() == other.actor()
                && one.effect() == other.effect()
                && one.rule() == other.rule()
                && one.obstacle() == null
                && other.obstacle() == null;
    }

    private static PlannedRows together(PlannedRows one, PlannedRows other) {
        Set<String> statements = new LinkedHashSet<>(one.statements());
        statements.addAll(other.statements());
        List<PlannedRows> below = new ArrayList<>(one.below());
        other.below().forEach(planned -> add(below, planned));
        boolean isCounted = one.rows().isPresent() && other.rows().isPresent();
        return new PlannedRows(
                one.place(),
                one.actor(),
                one.effect(),
                isCounted
                        ? OptionalLong.of(one.rows().getAsLong() + other.rows().getAsLong())
                        : OptionalLong.empty(),
                one.rule(),
                List.copyOf(statements),
                one.skipped(),
                null,
                below);
    }

    private boolean isShown(Way way) {
        return !CountingQuery.isCountable(way) || counts.of(way).rows() > 0 || isNothingWorthTelling(way);
    }

    /** Where the mapping has a relation it is good to know that there is nothing, once. */
    private boolean isNothingWorthTelling(Way way) {
        String relation = way.says().place().relation();
        return relation != null
                && graph.from(way.from()).stream()
                        .filter(other -> !other.isLoop())
                        .filter(other -> relation.equals(other.says().place().relation()))
                        .allMatch(other ->
                                other == way || (counts.of(other).rows() == 0 && other.number() > way.number()));
    }

    private PlannedRows planned(Way way, List<PlannedRows> below) {
        Way.Says says = way.says();
        if (!CountingQuery.isCountable(way)) return planned(way, OptionalLong.empty(), null, below);
        Counted counted = counts.of(way);
        Obstacle.Kind kind = way.to().isProtected() ? Obstacle.Kind.PROTECTED : says.obstacle();
        Obstacle obstacle = kind == null || counted.rows() == 0 ? null : Obstacles.of(kind, way, counted);
        return planned(way, OptionalLong.of(counted.rows()), obstacle, below);
    }

    private static PlannedRows planned(
            Way way, OptionalLong rows, @Nullable Obstacle obstacle, List<PlannedRows> below) {
        Way.Says says = way.says();
        boolean isFree = obstacle == null;
        Rule rule = obstacle == null ? says.rule() : obstacle.rule();
        return new PlannedRows(
                says.place(),
                isFree ? says.actor() : Actor.NOBODY,
                isFree ? says.effect() : Effect.BLOCKED,
                rows,
                rule,
                isFree ? says.statements() : List.of(),
                isFree ? says.skipped() : List.of(),
                obstacle,
                below);
    }
}
