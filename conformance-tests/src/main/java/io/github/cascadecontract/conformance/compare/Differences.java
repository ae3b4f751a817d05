package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.Expectation.ClientRows;
import io.github.cascadecontract.conformance.scenario.Expectation.Loading;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares an observation with an expectation, channel by channel. */
final class Differences {
    private static final RowCounts NO_ROWS = new RowCounts(0, 0, 0);
    private static final ClientRows NONE_EXPECTED = new ClientRows(0, 0, 0);

    private final Scenario scenario;
    private final Expectation expected;
    private final Observation observed;
    private final List<String> found = new ArrayList<>();

    private Differences(Scenario scenario, Expectation expected, Observation observed) {
        this.scenario = scenario;
        this.expected = expected;
        this.observed = observed;
    }

    /** Returns the differences in words, most telling first; none if the expectation is met. */
    static List<String> between(
            Scenario scenario, Expectation expected, Observation observed, Set<String> looksNotCompared) {
        Differences differences = new Differences(scenario, expected, observed);
        differences.outcome();
        if (expected.finalRows() != null) {
            differences.found.addAll(RowSets.differences(expected.finalRows(), observed.finalRows()));
        }
        differences.client();
        differences.database();
        differences.loading();
        LookPairs.of(scenario, expected, observed).differences(looksNotCompared).forEach(differences.found::add);
        differences.connections();
        return differences.found;
    }

    private void outcome() {
        Observation.Ending ending = observed.ending();
        boolean same = expected.outcome().equals(ending.outcome())
                && Objects.equals(expected.failedAtStep(), ending.failedAtStep());
        if (!same) {
            found.add("it ended %s instead of %s"
                    .formatted(
                            ending(ending.outcome(), ending.failedAtStep()),
                            ending(expected.outcome(), expected.failedAtStep())));
        }
    }

    private String ending(String outcome, @Nullable String step) {
        if (step == null) {
            return outcome;
        }
        boolean index = step.chars().allMatch(Character::isDigit);
        return outcome + " at " + (index ? "step " + step + " (" + word(Integer.parseInt(step)) + ")" : step);
    }

    private String word(int step) {
        return step < scenario.steps().size() ? scenario.steps().get(step).word() : "the end";
    }

    /** Who acted is compared only where the transaction commits. */
    private void client() {
        Map<String, ClientRows> rows = expected.client();
        if (rows == null || !isCommitted()) {
            return;
        }
        for (String table : union(rows.keySet(), observed.byClient().keySet())) {
            ClientRows should = rows.getOrDefault(table, NONE_EXPECTED);
            RowCounts is = observed.byClient().getOrDefault(table, NO_ROWS);
            count(should.insert(), is.insert(), "the client inserted %d row(s) of " + table + " instead of %d");
            count(should.update(), is.update(), "the client updated %d row(s) of " + table + " instead of %d");
            count(should.delete(), is.delete(), "the client deleted %d row(s) of " + table + " instead of %d");
        }
    }

    private void database() {
        Map<String, Integer> rows = expected.removedByDatabase();
        if (rows == null || !isCommitted()) {
            return;
        }
        for (String table : union(rows.keySet(), observed.byDatabase().keySet())) {
            int is = observed.byDatabase().getOrDefault(table, NO_ROWS).delete();
            count(rows.getOrDefault(table, 0), is, "the database removed %d row(s) of " + table + " instead of %d");
        }
    }

    private boolean isCommitted() {
        return expected.outcome().equals(Expectation.COMMITTED)
                && observed.ending().outcome().equals(Expectation.COMMITTED);
    }

    private void count(@Nullable Integer should, int is, String sentence) {
        if (should != null && should != is) {
            found.add(sentence.formatted(is, should));
        }
    }

    private void loading() {
        Loading loading = expected.loading();
        if (loading == null || !expected.outcome().equals(observed.ending().outcome())) {
            return;
        }
        Set<String> read = observed.reading().ownAccount().keySet();
        for (String table : new TreeSet<>(loading.must())) {
            if (!read.contains(table)) {
                found.add("the unit of work did not read entities of " + table + ", which it should");
            }
        }
        for (String table : read) {
            if (!loading.must().contains(table) && !loading.may().contains(table)) {
                found.add("the unit of work read entities of " + table + " on its own account");
            }
        }
    }

    private void connections() {
        if (observed.leftOpen() > 0) {
            found.add(observed.leftOpen() + " connection(s) were not given back");
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
