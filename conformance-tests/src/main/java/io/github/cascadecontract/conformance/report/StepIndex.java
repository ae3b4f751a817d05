package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.databind.util.StdConverter;

/** Writes the step that failed as the scenario file does: a number, or the word {@code mapping}. */
final class StepIndex extends StdConverter<String, Object> {
    @Override
    public Object convert(String step) {
        return step.chars().allMatch(Character::isDigit) ? Integer.valueOf(step) : step;
    }
}
