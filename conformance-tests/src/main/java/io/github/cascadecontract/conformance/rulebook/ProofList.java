package io.github.cascadecontract.conformance.rulebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The list of proofs as it is written: reviewed by reading the scenarios.
 *
 * @param scenarios by rule, the ids of scenarios that prove it; {@code *} stands for anything
 * @param elsewhere by rule, what proves that part of a rule which no recorded scenario can prove, or all of it
 */
record ProofList(Map<String, List<String>> scenarios, Map<String, Elsewhere> elsewhere) {
    private static final String NAME = "proofs.json";

    /**
     * What proves a rule beyond the record.
     *
     * @param because why the record cannot, one clause
     * @param tests simple names of the test classes that do
     */
    record Elsewhere(String because, List<String> tests) {}

    static ProofList load() {
        try (InputStream in = ProofList.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + NAME + " beside " + ProofList.class.getName());
            }
            return new ObjectMapper().readValue(in, ProofList.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + NAME + " from the jar", e);
        }
    }
}
