package io.github.cascadecontract.conformance.random;

import java.util.List;

/**
 * How one participant differs from the first one.
 *
 * @param participant its name
 * @param channel the most telling observable that differs
 * @param kind what makes two deviations alike, such as the kinds of error
 * @param differences all differences, in words
 */
record Deviation(String participant, Channel channel, String kind, List<String> differences) {
    /** What can be observed, most telling first. */
    enum Channel {
        OUTCOME,
        ROWS,
        WHO_ACTED,
        LOADING,
        STATE,
        CONNECTIONS
    }

    /** Keeps an immutable copy. */
    Deviation {
        differences = List.copyOf(differences);
    }

    /** Returns what the deviation has in common with others of the same cause, as far as that can be told. */
    String signature() {
        return participant + " " + channel + " " + kind;
    }
}
