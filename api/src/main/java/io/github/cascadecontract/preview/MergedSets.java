package io.github.cascadecontract.preview;

import io.github.cascadecontract.plan.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets of an outline, those of many entities over one relation as one: each is a part of the statement. */
final class MergedSets {
    private final Map<RowSet, List<Object>> ids = new LinkedHashMap<>();

    private MergedSets() {}

    static List<RowSet> of(List<RowSet> sets) {
        MergedSets merged = new MergedSets();
        sets.forEach(merged::add);
        return merged.ids.entrySet().stream()
                .map(entry -> merged(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(RowSet set) {
        if (!(set.from() instanceof RowSet.Entities from)) {
            ids.putIfAbsent(set, List.of());
            return;
        }
        RowSet.Entities any = new RowSet.Entities(set.relation().entity(), List.of());
        ids.computeIfAbsent(from(set, any), absent -> new ArrayList<>()).addAll(from.ids());
    }

    private static RowSet merged(RowSet set, List<Object> ids) {
        if (!(set.from() instanceof RowSet.Entities any)) return set;
        return from(
                set, new RowSet.Entities(any.entity(), ids.stream().distinct().toList()));
    }

    private static RowSet from(RowSet set, RowSet.Entities from) {
        return new RowSet(from, set.relation(), set.way(), set.operation(), set.because());
    }
}
