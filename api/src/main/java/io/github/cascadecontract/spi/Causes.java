package io.github.cascadecontract.spi;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** All that led to a failure: its causes and, of SQL exceptions, the chain of next exceptions; circles are walked once. */
final class Causes {
    private Causes() {}

    static List<Throwable> of(Throwable failure) {
        Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> found = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable cause = open.poll();
            if (!known.add(cause)) continue;
            found.add(cause);
            if (cause instanceof SQLException sql && sql.getNextException() != null) open.add(sql.getNextException());
            if (cause.getCause() != null) open.add(cause.getCause());
        }
        return found;
    }
}
