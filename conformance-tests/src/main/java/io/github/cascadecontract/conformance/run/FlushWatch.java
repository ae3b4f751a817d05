package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.util.List;

/** Told what the steps are about to do. This one lets everything pass. */
class FlushWatch {
    /** An entity is given to {@code remove}. */
    void removing(Object entity) {}

    /** Marks for removal may have gone: something was detached or rolled back. */
    void forgetMarks() {}

    /** A step changes rows of a table for its own sake. */
    void changing(String table) {}

    /** A step changes a relation. */
    void changing(RelationSetting relation) {}

    /** Runs what flushes. */
    void flush(Runnable flush) {
        flush.run();
    }

    /** Runs {@code persist}: it takes removals back, or a provider flushes them so that the new row finds its place. */
    void persist(Runnable persist) {
        persist.run();
    }

    /** Returns the flushes that were watched. */
    List<PlannedFlush> seen() {
        return List.of();
    }
}
