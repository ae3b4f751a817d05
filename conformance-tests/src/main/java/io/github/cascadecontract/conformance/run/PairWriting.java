package io.github.cascadecontract.conformance.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How many sides of a pair a step touches. Either way the contract asks for the same result (PER-3). */
public enum PairWriting {
    /** Both, as careful applications do; the side that the step does not name only if it is loaded. */
    BOTH_SIDES,
    /** Only the side that the step names. */
    NAMED_SIDE;

    /** Names the way: {@code both-sides} or {@code named-side}. */
    public static final String PROPERTY = "cascade.sides";

    /**
     * Returns the way that the system property {@value #PROPERTY} names; without it, both sides.
     *
     * @throws IllegalArgumentException if it names no way
     */
    public static PairWriting fromSystemProperties() {
        String text = System.getProperty(PROPERTY, BOTH_SIDES.text());
        return Arrays.stream(values())
                .filter(writing -> writing.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-D%s=%s is neither %s"
                        .formatted(
                                PROPERTY,
                                text,
                                Arrays.stream(values()).map(PairWriting::text).collect(Collectors.joining(" nor ")))));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
