package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.mapping.RelationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the rows that a sequence begins with. */
final class RandomSeed {
    private static final int MOST_ROWS = 3;

    private final Dice dice;
    private final ModelSettings model;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

    private RandomSeed(Dice dice, ModelSettings model) {
        this.dice = dice;
        this.model = model;
    }

    static Map<String, List<Map<String, @Nullable Object>>> next(Dice dice, ModelSettings model) {
        RandomSeed seed = new RandomSeed(dice, model);
        model.entityTables().forEach(table -> seed.counts.put(table.table(), dice.between(1, MOST_ROWS)));
        // Users first: only they may become fewer than others count on.
        model.entityTables()
                .sorted(Comparator.comparing(table -> table != BaseTable.USERS))
                .forEach(seed::fill);
        model.tables().stream()
                .filter(table -> BaseTable.named(table).isEmpty())
                .forEach(seed::link);
        return seed.rows;
    }

    private void fill(BaseTable table) {
        List<Map<String, @Nullable Object>> ofTable = new ArrayList<>();
        for (int id = 1; id <= count(table.table()); id++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", (long) id);
            row.putAll(Texts.of(table, id));
            ofTable.add(row);
        }
        model.keysOf(table.table()).forEach(key -> refer(key, ofTable));
        rows.put(table.table(), ofTable);
    }

    private int count(String table) {
        return counts.getOrDefault(table, 0);
    }

    /** A row that finds no parent left under a unique key that is NOT NULL is taken out again. */
    private void refer(ForeignKeySetting key, List<Map<String, @Nullable Object>> ofTable) {
        List<Long> free = new ArrayList<>(ids(count(key.to())));
        for (Map<String, @Nullable Object> row : List.copyOf(ofTable)) {
            List<Long> possible = key.to().equals(key.table())
                    ? free.stream()
                            .filter(id -> id < (Long) row.getOrDefault("id", 0L))
                            .toList()
                    : free;
            boolean none = possible.isEmpty() || key.constraints().nullable() && dice.chance(15);
            Long parent = none ? null : dice.pick(possible);
            if (parent == null && !key.constraints().nullable()) {
                ofTable.remove(row);
            }
            row.put(key.column(), parent);
            if (isSingle(key)) {
                free.remove(parent);
            }
        }
        counts.put(key.table(), ofTable.size());
    }

    /** A provider finds no owner that has two children of a one-to-one, whether the key is unique or not. */
    private boolean isSingle(ForeignKeySetting key) {
        return key.constraints().unique()
                || model.relations().stream()
                        .anyMatch(relation ->
                                relation.over().equals(key.name()) && relation.kind() == RelationKind.ONE_TO_ONE);
    }

    private static List<Long> ids(int count) {
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            ids.add(id);
        }
        return ids;
    }

    private void link(String table) {
        List<ForeignKeySetting> keys = model.keysOf(table);
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        for (Long one : ids(count(keys.get(0).to()))) {
            for (Long other : ids(count(keys.get(1).to()))) {
                if (dice.chance(50)) {
                    Map<String, @Nullable Object> link = new LinkedHashMap<>();
                    link.put(keys.get(0).column(), one);
                    link.put(keys.get(1).column(), other);
                    links.add(link);
                }
            }
        }
        rows.put(table, links);
    }
}
