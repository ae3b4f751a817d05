package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.random.Deviation.Channel;
import io.github.cascadecontract.conformance.random.Panel.Testimony;
import io.github.cascadecontract.conformance.random.Participant.Detail;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what participants made of a scenario, observable by observable. What the contract leaves to the provider is not compared:
 * <ul>
 *   <li>ids that the database gives: a row is known by its text;
 *   <li>reading of tables that one of the two loads with their owner, that the suite itself found again, or whose collection was
 *       changed without having been read;
 *   <li>reading before an error: how far a unit of work comes is a matter of the order of its statements;
 *   <li>how many UPDATEs it takes where rows refer to each other in a circle, or where a row has several keys, one of them without an
 *       attribute;
 *   <li>a sequence in which touching or changing a Java object has failed: what a lazy relation of a removed or detached entity
 *       does is the provider's affair.
 * </ul>
 */
final class Agreement {
    private static final Set<String> IN_MEMORY = Set.of("load", "append", "remove", "assign", "ref", "set");
    private static final RowCounts NO_ROWS = new RowCounts(0, 0, 0);

    private final Scenario scenario;
    private final Observation first;
    private final Observation other;
    private final Detail detail;
    private final Map<Channel, List<String>> differences = new LinkedHashMap<>();

    private Agreement(Scenario scenario, Testimony first, Testimony other) {
        this.scenario = scenario;
        this.first = first.observation();
        this.other = other.observation();
        this.detail = first.detail() == Detail.ALL ? other.detail() : first.detail();
    }

    /** Returns how the others differ from the first; none if all agree. */
    static List<Deviation> deviations(Scenario scenario, List<Testimony> testimonies) {
        List<Deviation> deviations = new ArrayList<>();
        if (testimonies.stream().anyMatch(testimony -> failedInMemory(scenario, testimony.observation()))) {
            return deviations;
        }
        for (Testimony testimony : testimonies.stream().skip(1).toList()) {
            new Agreement(scenario, testimonies.get(0), testimony)
                    .deviation(testimony.participant())
                    .ifPresent(deviations::add);
        }
        return deviations;
    }

    private static boolean failedInMemory(Scenario scenario, Observation observation) {
        String step = observation.ending().failedAtStep();
        return step != null
                && step.chars().allMatch(Character::isDigit)
                && IN_MEMORY.contains(
                        scenario.steps().get(Integer.parseInt(step)).word());
    }

    private Optional<Deviation> deviation(String participant) {
        boolean sameEnd = outcome();
        if (sameEnd) {
            rows();
            who();
            loading();
        }
        state();
        if (other.leftOpen() > 0 || first.leftOpen() > 0) {
            differ(Channel.CONNECTIONS, "connections left open: " + first.leftOpen() + " and " + other.leftOpen());
        }
        return differences.keySet().stream()
                .min(Channel::compareTo)
                .map(channel -> new Deviation(
                        participant,
                        channel,
                        sameEnd ? "" : word(first) + " / " + word(other),
                        differences.values().stream().flatMap(List::stream).toList()));
    }

    private void differ(Channel channel, String sentence) {
        differences.computeIfAbsent(channel, absent -> new ArrayList<>()).add(sentence);
    }

    private static String word(Observation observation) {
        return observation.ending().outcome();
    }

    private boolean outcome() {
        boolean same = word(first).equals(word(other))
                && Objects.equals(first.ending().failedAtStep(), other.ending().failedAtStep());
        if (!same) {
            differ(Channel.OUTCOME, "ended %s, not %s".formatted(end(other), end(first)));
        }
        return same;
    }

    private static String end(Observation observation) {
        String step = observation.ending().failedAtStep();
        return word(observation) + (step == null ? "" : " at step " + step);
    }

    private void rows() {
        KnownRows expected = KnownRows.of(scenario.model(), detail, first.finalRows());
        KnownRows found = KnownRows.of(scenario.model(), detail, other.finalRows());
        expected.without(found).forEach(row -> differ(Channel.ROWS, "has not the row " + row));
        found.without(expected).forEach(row -> differ(Channel.ROWS, "has the row " + row));
    }

    private void who() {
        if (!word(first).equals(Expectation.COMMITTED)) {
            return;
        }
        counts("client", first.byClient(), other.byClient());
        counts("database", first.byDatabase(), other.byDatabase());
    }

    private void counts(String actor, Map<String, RowCounts> should, Map<String, RowCounts> is) {
        for (String table : union(should.keySet(), is.keySet())) {
            RowCounts expected = should.getOrDefault(table, NO_ROWS);
            RowCounts found = is.getOrDefault(table, NO_ROWS);
            if (!same(table, expected, found)) {
                differ(Channel.WHO_ACTED, "%s on %s: %s, not %s".formatted(actor, table, text(found), text(expected)));
            }
        }
    }

    private boolean same(String table, RowCounts one, RowCounts other) {
        return one.insert() == other.insert()
                && one.delete() == other.delete()
                && (one.update() == other.update()
                        || Circles.has(scenario.model(), table)
                        || hasKeyWithoutAttribute(table)
                        || detail == Detail.KEYS_ONLY && setsText());
    }

    /** With another key beside it. */
    private boolean hasKeyWithoutAttribute(String table) {
        return scenario.model().keysOf(table).size() > 1
                && scenario.model().relations().stream()
                        .filter(Conditions::isOneWay)
                        .anyMatch(relation -> relation.over().startsWith(table + "."));
    }

    private boolean setsText() {
        return scenario.steps().stream().anyMatch(ScenarioStep.SetValue.class::isInstance);
    }

    private static String text(RowCounts counts) {
        return counts.insert() + " inserted, " + counts.update() + " updated, " + counts.delete() + " deleted";
    }

    private void loading() {
        if (first.ending().failedAtStep() != null || detail == Detail.KEYS_ONLY) {
            return;
        }
        Set<String> excused = new HashSet<>(OpenLoading.tables(scenario));
        for (Observation observation : List.of(first, other)) {
            excused.addAll(observation.reading().readForCaller());
            excused.addAll(observation.reading().loadedByFind().values());
            excused.addAll(observation.reading().loadedWithOwner());
        }
        Set<String> should = first.reading().ownAccount().keySet();
        Set<String> is = other.reading().ownAccount().keySet();
        for (String table : union(should, is)) {
            if (should.contains(table) != is.contains(table) && !excused.contains(table)) {
                differ(Channel.LOADING, (is.contains(table) ? "reads " : "does not read ") + "entities of " + table);
            }
        }
    }

    private void state() {
        for (String look : union(first.looks().keySet(), other.looks().keySet())) {
            boolean seen = first.looks().containsKey(look) && other.looks().containsKey(look);
            if (seen && !Objects.equals(first.looks().get(look), other.looks().get(look))) {
                differ(
                        Channel.STATE,
                        "%s is %s instead of %s"
                                .formatted(
                                        look,
                                        other.looks().get(look),
                                        first.looks().get(look)));
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
