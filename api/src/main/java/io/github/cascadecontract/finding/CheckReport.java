package io.github.cascadecontract.finding;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a check found.
 *
 * @param findings errors first, then in the order of the contract
 */
public record CheckReport(List<Finding> findings) {
    /** Keeps an immutable copy. */
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** The findings that matter at least so much. */
    public List<Finding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(severity) <= 0)
                .toList();
    }

    /** One line for each finding. */
    @Override
    public String toString() {
        return findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }
}
