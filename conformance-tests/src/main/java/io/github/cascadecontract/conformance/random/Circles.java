package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Tables whose rows may refer to each other in a circle. */
final class Circles {
    private Circles() {}

    static boolean has(ModelSettings model, String table) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(table));
        while (!open.isEmpty()) {
            for (ForeignKeySetting key : model.keysOf(open.poll())) {
                if (reached.add(key.to())) {
                    open.add(key.to());
                }
            }
        }
        return reached.contains(table);
    }
}
