package io.github.cascadecontract.tools;

import io.github.cascadecontract.finding.CheckReport;
import java.util.function.BiFunction;

/** How the report of a check is written. The same report gives the same text, on every machine. */
public enum ReportFormat {
    /** One line for each finding: {@link CheckReport#toString}. */
    TEXT((report, files) -> report.toString()),
    /**
     * JSON, as {@code report.schema.json} beside this class tells: names are those of the records, codes are written by their
     * id, severities by name, and what is absent is null.
     */
    JSON((report, files) -> Json.of(report)),
    /** SARIF 2.1.0, for code scanning: a rule for each code, a result for each finding. */
    SARIF((report, files) -> Json.of(Sarif.of(report, files)));

    private final BiFunction<CheckReport, SourceFiles, String> writer;

    ReportFormat(BiFunction<CheckReport, SourceFiles, String> writer) {
        this.writer = writer;
    }

    /** Writes the report; every line is ended. */
    public String of(CheckReport report) {
        return of(report, SourceFiles.UNKNOWN);
    }

    /** Writes the report with the files that its findings are about; SARIF alone names files. */
    public String of(CheckReport report, SourceFiles files) {
        return writer.apply(report, files);
    }
}
