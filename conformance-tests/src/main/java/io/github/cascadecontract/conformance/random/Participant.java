package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Environment;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.Scenario;

/** One of those that must agree: an adapter, or a reference. */
public interface Participant {
    /** Returns what reports call it. */
    String name();

    /** Returns how much of its rows can be compared. */
    default Detail detail() {
        return Detail.ALL;
    }

    /** How much can be compared. */
    enum Detail {
        /** Rows with all columns, statements. */
        ALL,
        /** Rows with their ids and keys, and how many were written; not what was read. */
        KEYS_ONLY
    }

    /** Connects it with the model of an environment; for one thread. */
    Connected connect(Environment environment);

    /** A participant that is connected with one model. */
    interface Connected extends AutoCloseable {
        /** Runs a scenario of the model. */
        Attempt run(Scenario scenario, PairWriting writing);

        @Override
        void close();
    }
}
