package io.github.cascadecontract.finding;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that a check found.
 *
 * @param findings errors first, then in the order of the contract
 * @param scope what was looked at
 */
public record CheckReport(List<Finding> findings, Scope scope) {
    /** What a check looks at. */
    public enum Scope {
        /** The mapping alone: checks that need the database were left out. */
        MAPPING,
        /** The mapping, and the database's tables and keys. */
        MAPPING_AND_DATABASE
    }

    /** Keeps an immutable copy. */
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** The report of a check that looked at the mapping alone. */
    public CheckReport(List<Finding> findings) {
        this(findings, Scope.MAPPING);
    }

    /** The findings that matter at least so much. */
    public List<Finding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(severity) <= 0)
                .toList();
    }

    /** The same report without the findings that somebody has looked at and accepts. */
    public CheckReport without(Predicate<Finding> accepted) {
        return new CheckReport(findings.stream().filter(accepted.negate()).toList(), scope);
    }

    /** One line for each finding. */
    @Override
    public String toString() {
        return findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }
}
