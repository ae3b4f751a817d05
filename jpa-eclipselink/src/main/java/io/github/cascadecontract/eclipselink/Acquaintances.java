package io.github.cascadecontract.eclipselink;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Objects that were seen once, compared by identity and not kept alive. May be shared between threads. */
final class Acquaintances {
    private final Set<Known> known = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    void add(Object object) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) known.remove(gone);
        known.add(new Known(object, collected));
    }

    boolean contains(Object object) {
        return known.contains(new Known(object, null));
    }

    private static final class Known extends WeakReference<Object> {
        private final int hash;

        Known(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) return true;
            Object mine = get();
            return mine != null && other instanceof Known known && known.get() == mine;
        }
    }
}
