package io.github.cascadecontract.tools;

import io.github.cascadecontract.finding.CheckReport;
import java.util.function.Function;

/** How the report of a check is written. The same report gives the same text, on every machine. */
public enum ReportFormat {
    /** One line for each finding: {@link CheckReport#toString}. */
    TEXT(CheckReport::toString),
    /**
     * JSON, as {@code report.schema.json} beside this class tells: names are those of the records, codes are written by their
     * id, severities by name, and what is absent is null.
     */
    JSON(Json::of),
    /** SARIF 2.1.0, for code scanning: a rule for each code, a result for each finding. */
    SARIF(report -> Json.of(Sarif.of(report)));

    private final Function<CheckReport, String> writer;

    ReportFormat(Function<CheckReport, String> writer) {
        this.writer = writer;
    }

    /** Writes the report; every line is ended. */
    public String of(CheckReport report) {
        return writer.apply(report);
    }
}
