package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Observables;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.report.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the statements that a difference comes from, and those that were not sent. */
final class Suspects {
    private static final RowCounts NO_ROWS = new RowCounts(0, 0, 0);

    private final Observables expected;
    private final Observables observed;
    private final Set<SentTo> tooMany = new HashSet<>();
    private final List<String> missing = new ArrayList<>();

    private Suspects(Observables expected, Observables observed) {
        this.expected = expected;
        this.observed = observed;
    }

    static Suspects of(Observables expected, Observables observed) {
        Suspects suspects = new Suspects(expected, observed);
        if (isCommitted(expected) && isCommitted(observed)) {
            suspects.counts();
        }
        suspects.rows();
        suspects.loading();
        return suspects;
    }

    /** Whether the statement has to do with a difference. */
    boolean isMarked(Statement statement) {
        boolean unexpected = statement.error() != null && !expected.outcome().equals(observed.outcome());
        return unexpected || SentTo.of(statement).stream().anyMatch(tooMany::contains);
    }

    /** Returns what should have been sent and was not, such as {@code DELETE of 2 row(s) of posts}. */
    List<String> missing() {
        return missing;
    }

    private static boolean isCommitted(Observables observables) {
        return observables.outcome().equals("committed");
    }

    private void counts() {
        Map<String, RowCounts> should = expected.byClient();
        Map<String, RowCounts> is = Objects.requireNonNullElse(observed.byClient(), Map.of());
        if (should == null) {
            return;
        }
        for (String table : union(should.keySet(), is.keySet())) {
            RowCounts rows = should.getOrDefault(table, NO_ROWS);
            RowCounts sent = is.getOrDefault(table, NO_ROWS);
            count(new SentTo("INSERT", table), rows.insert(), sent.insert());
            count(new SentTo("UPDATE", table), rows.update(), sent.update());
            count(new SentTo("DELETE", table), rows.delete(), sent.delete());
        }
    }

    private void count(SentTo what, int should, int is) {
        if (is > should) {
            tooMany.add(what);
        } else if (is < should) {
            missing.add("%s of %d row(s) of %s".formatted(what.verb(), should - is, what.table()));
        }
    }

    private void rows() {
        Map<String, List<Map<String, @Nullable Object>>> should = expected.finalRows();
        Map<String, List<Map<String, @Nullable Object>>> is = observed.finalRows();
        if (should == null || is == null) {
            return;
        }
        for (String table : union(should.keySet(), is.keySet())) {
            compare(table, should.getOrDefault(table, List.of()), is.getOrDefault(table, List.of()));
        }
    }

    private void compare(
            String table, List<Map<String, @Nullable Object>> should, List<Map<String, @Nullable Object>> is) {
        if (should.equals(is)) {
            return;
        }
        Set<Object> expectedIds = ids(should);
        Set<Object> ids = ids(is);
        if (!ids.containsAll(expectedIds)) {
            tooMany.add(new SentTo("DELETE", table));
        }
        if (!expectedIds.containsAll(ids)) {
            tooMany.add(new SentTo("INSERT", table));
        }
        if (ids.equals(expectedIds)) {
            tooMany.add(new SentTo("UPDATE", table));
        }
    }

    private static Set<Object> ids(List<Map<String, @Nullable Object>> rows) {
        return rows.stream()
                .map(row -> (Object) String.valueOf(row.containsKey("id") ? row.get("id") : row))
                .collect(Collectors.toSet());
    }

    private void loading() {
        if (expected.selects() == null || observed.selects() == null) {
            return;
        }
        for (String table :
                union(expected.selects().keySet(), observed.selects().keySet())) {
            if (!expected.selects().containsKey(table)) {
                tooMany.add(new SentTo("SELECT", table));
            } else if (!observed.selects().containsKey(table)) {
                missing.add("SELECT of " + table);
            }
        }
    }

    private static Set<String> union(Collection<String> one, Collection<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
