package io.github.cascadecontract.conformance.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many cells say what.
 *
 * @param counts by verdict, zero left out
 */
record Tally(Map<Verdict, Integer> counts) {
    static final Tally NONE = new Tally(Map.of());

    static Tally of(List<Cell> cells) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        cells.forEach(cell -> counts.merge(cell.verdict(), 1, Integer::sum));
        return new Tally(counts);
    }

    Tally plus(Tally other) {
        Map<Verdict, Integer> sum = new EnumMap<>(Verdict.class);
        sum.putAll(counts);
        other.counts.forEach((verdict, count) -> sum.merge(verdict, count, Integer::sum));
        return new Tally(sum);
    }

    int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** As recorded or as decided. */
    int met() {
        return count(Verdict.PASS) + count(Verdict.DECIDED);
    }

    int failed() {
        return counts.keySet().stream()
                .filter(Verdict::isFailure)
                .mapToInt(this::count)
                .sum();
    }

    int rowsDiffer() {
        return failed() - count(Verdict.OTHER);
    }

    int lost() {
        return count(Verdict.LOST);
    }

    /** All that were compared with an expectation. */
    int compared() {
        return met() + failed() + count(Verdict.OPEN);
    }

    /** Where the bar of a group's cell changes its colour: three positions in percent. */
    String bar() {
        int all = Math.max(1, compared());
        return "--met-to:" + 100 * met() / all + "%;--same-to:" + 100 * (all - rowsDiffer()) / all + "%;--kept-to:"
                + 100 * (all - lost()) / all + "%";
    }
}
