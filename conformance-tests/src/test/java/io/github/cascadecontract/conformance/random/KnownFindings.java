package io.github.cascadecontract.conformance.random;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Sequences on which the adapters are known not to agree, each with the cause. One that agrees again must be taken off the list. */
final class KnownFindings {
    private static final String LIST = "known-findings.properties";

    private KnownFindings() {}

    static Map<Long, String> among(LongPredicate numbers) {
        Properties list = new Properties();
        try (InputStream stream = KnownFindings.class.getResourceAsStream(LIST)) {
            list.load(Objects.requireNonNull(stream, LIST));
        } catch (IOException unreadable) {
            throw new IllegalStateException(LIST, unreadable);
        }
        Map<Long, String> known = new TreeMap<>();
        list.forEach((number, cause) -> known.put(Long.valueOf(number.toString()), cause.toString()));
        known.keySet().removeIf(number -> !numbers.test(number));
        return known;
    }
}
