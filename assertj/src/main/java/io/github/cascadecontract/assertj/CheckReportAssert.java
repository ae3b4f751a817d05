package io.github.cascadecontract.assertj;

import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what a check found. A failure shows all findings that it is about. */
public final class CheckReportAssert extends AbstractAssert<CheckReportAssert, CheckReport> {

    CheckReportAssert(@Nullable CheckReport actual) {
        super(actual, CheckReportAssert.class);
    }

    /** Nothing was found, not even at {@link Severity#INFO}. */
    public CheckReportAssert isEmpty() {
        return hasNothingAtLeast(Severity.INFO);
    }

    /** Nothing was found that matters so much or more. */
    public CheckReportAssert hasNothingAtLeast(Severity severity) {
        isNotNull();
        List<Finding> found = actual.atLeast(severity);
        if (found.isEmpty()) return this;
        throw failure(
                "%s",
                "Expected no finding at %s or worse, found %d:%n%n%s".formatted(severity, found.size(), lines(found)));
    }

    /** This was found, at least once. */
    public CheckReportAssert has(FindingCode code) {
        isNotNull();
        boolean found = actual.findings().stream().anyMatch(finding -> finding.code() == code);
        return require(found, code.id());
    }

    /**
     * This was found there.
     *
     * @param code what
     * @param where the place as {@link Finding#where} tells it, such as {@code User.posts}
     */
    public CheckReportAssert has(FindingCode code, String where) {
        isNotNull();
        boolean found = actual.findings().stream()
                .anyMatch(finding -> finding.code() == code && finding.where().equals(where));
        return require(found, code.id() + " at " + where);
    }

    private CheckReportAssert require(boolean found, String expected) {
        if (found) return this;
        throw failure(
                "%s",
                "Expected the finding %s, but there is:%n%n%s"
                        .formatted(expected, actual.findings().isEmpty() ? "nothing" : actual));
    }

    private static String lines(List<Finding> findings) {
        return findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
