package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Another way to play a scenario; under the contract it must come out the same. */
public enum Variant {
    /** Of a pair only the side that the step names is touched (rule PER-3). */
    NAMED_SIDE("named-side", "with only the named side of a pair set", NamedSide::course),
    /** The parent that a child will be moved to is found before anything else (rules ORP-3, REM-7). */
    REORDERED_LOADS("reordered-loads", "with the new parent of a moved child loaded first", LoadOrder::course),
    /** Each flush is followed by a second one, which has nothing to do. */
    SECOND_FLUSH("second-flush", "with a second flush after each flush", SecondFlush::course),
    /** A plan is asked for before each removal and each flush: it must change nothing and tell what the flush does. */
    PLANNED_FIRST("planned-first", "with each removal planned first", PlannedFirst::course);

    /** Names variants, separated by commas, or {@value #ALL} or {@value #NONE}. */
    public static final String PROPERTY = "cascade.variants";

    private static final String ALL = "all";
    private static final String NONE = "none";

    private final String text;
    private final String words;
    private final Function<Scenario, Course> course;

    Variant(String text, String words, Function<Scenario, Course> course) {
        this.text = text;
        this.words = words;
        this.course = course;
    }

    /** Returns its name in results.json and in {@value #PROPERTY}. */
    public String text() {
        return text;
    }

    /** Returns how it is told in a sentence. */
    public String words() {
        return words;
    }

    /** Returns whether it can be played through a door: only the unit of work can be asked for a plan. */
    public boolean isFor(Door door) {
        return this != PLANNED_FIRST || door == Door.UNIT_OF_WORK;
    }

    /** Returns how the scenario is played; nothing if that is no other way than as written. */
    public Optional<Course> of(Scenario scenario) {
        Course played = course.apply(scenario);
        boolean same = played.equals(Course.asWritten(scenario, PairWriting.BOTH_SIDES));
        return same ? Optional.empty() : Optional.of(played);
    }

    /**
     * Returns the variants that the system property {@value #PROPERTY} names; without it, all.
     *
     * @throws IllegalArgumentException if it names something else
     */
    public static Set<Variant> fromSystemProperties() {
        String names = System.getProperty(PROPERTY, ALL).strip();
        return switch (names) {
            case ALL, "" -> EnumSet.allOf(Variant.class);
            case NONE -> EnumSet.noneOf(Variant.class);
            default ->
                Arrays.stream(names.split(","))
                        .map(String::strip)
                        .map(Variant::named)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Variant.class)));
        };
    }

    private static Variant named(String name) {
        return Arrays.stream(values())
                .filter(variant -> variant.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-D%s: '%s' is none of %s, %s, %s"
                        .formatted(
                                PROPERTY,
                                name,
                                Arrays.stream(values()).map(Variant::text).collect(Collectors.joining(", ")),
                                ALL,
                                NONE)));
    }
}
