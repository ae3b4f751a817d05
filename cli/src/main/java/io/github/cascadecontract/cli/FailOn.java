package io.github.cascadecontract.cli;

import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Severity;

/** From which severity on findings let the command fail. */
enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    boolean isReachedBy(CheckReport report) {
        return this != NEVER && !report.atLeast(Severity.valueOf(name())).isEmpty();
    }
}
