package io.github.cascadecontract.conformance.recording;

/**
 * The step of a scenario during which a statement is sent.
 *
 * @param index the position in the scenario, from zero; negative outside all steps
 * @param word what the step is called there, such as {@code commit}
 * @param selects on whose account its SELECTs are
 */
public record RecordedStep(int index, String word, SelectOwner selects) {

    /** Outside all steps, for instance while a provider looks at the schema. */
    public static final RecordedStep NONE = new RecordedStep(-1, "", SelectOwner.CALLER);
}
