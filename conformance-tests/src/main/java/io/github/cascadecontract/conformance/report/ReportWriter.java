package io.github.cascadecontract.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what a comparison found to files. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * Writes {@code results.json} and {@code index.html}, replacing what was there. Each file appears only when it is
     * complete.
     *
     * @param report what was found
     * @param stories what the scenarios are about, in the order of the page; those without a result are left out
     * @param directory where to write; created if it is missing
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if a result has no story, or a run two results for one scenario
     */
    public static void write(ComparisonReport report, List<Story> stories, Path directory) throws IOException {
        IndexPage page = IndexPage.of(report, stories);
        Files.createDirectories(directory);
        NewFile.write(directory.resolve("results.json"), out -> ResultsJson.write(report, out));
        NewFile.write(directory.resolve("index.html"), page::write);
    }
}
