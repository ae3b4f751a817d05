package io.github.cascadecontract.conformance.run;

import java.util.List;

/** Told what the steps are about to do. This one lets everything pass. */
class FlushWatch {
    /** An entity is given to {@code remove}. */
    void removing(Object entity) {}

    /** Marks for removal may have gone: something was persisted again, detached or rolled back. */
    void forgetMarks() {}

    /** A step changes rows of a table for its own sake. */
    void changing(String table) {}

    /** Runs what flushes. */
    void flush(Runnable flush) {
        flush.run();
    }

    /** Returns the flushes that were watched. */
    List<PlannedFlush> seen() {
        return List.of();
    }
}
