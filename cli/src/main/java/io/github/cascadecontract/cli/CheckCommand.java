package io.github.cascadecontract.cli;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.Severity;
import io.github.cascadecontract.tools.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what will hurt. */
@Command(
        name = "check",
        description = "Holds the cascade settings of entity classes against the tables and foreign keys of a database.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Conventions conventions = new Conventions();

    @Mixin
    private ApplicationOptions application = new ApplicationOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--mapping-only", description = "Checks the mapping alone, without a database.")
    private boolean mappingOnly;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|sarif",
            description = "How to write it. Default: ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-on",
            defaultValue = "warning",
            paramLabel = "error|warning|info|never",
            description = "From which severity on the exit code is 1. Default: ${DEFAULT-VALUE}.")
    private FailOn failOn = FailOn.WARNING;

    @Option(
            names = "--ignore",
            converter = Ignored.Converter.class,
            paramLabel = "CODE[:PLACE]",
            description = "Leaves out a finding, everywhere or at a place such as User.posts. May be repeated.")
    private List<Ignored> ignored = List.of();

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            description =
                    "Where the sources of the entity classes are, from the root of the repository, such as src/main/java. "
                            + "SARIF then names the files. May be repeated.")
    private List<Path> sources = List.of();

    @Override
    public Integer call() throws SQLException, IOException {
        if (mappingOnly == database.isGiven())
            throw new InputException("Name the database with --url, or check the mapping alone with --mapping-only.");
        try (Application classes = application.open()) {
            CascadeContract contract = classes.contract();
            CheckReport left = accept(mappingOnly ? contract.check() : contract.check(database.dataSource()));
            output.write(format.of(left, new SourceFolders(sources, contract)));
            output.remark(summary(left));
            return failOn.isReachedBy(left) ? ExitCode.FOUND : ExitCode.FINE;
        }
    }

    private CheckReport accept(CheckReport found) {
        tellUnused(found);
        return found.without(
                ignored.stream().map(one -> (Predicate<Finding>) one).reduce(finding -> false, Predicate::or));
    }

    /** What is ignored and no longer there would hide it when it comes back. */
    private void tellUnused(CheckReport found) {
        ignored.stream()
                .filter(one -> found.findings().stream().noneMatch(one))
                .forEach(one -> output.remark("--ignore %s meets nothing. Take it off.".formatted(one)));
    }

    private static String summary(CheckReport report) {
        String scope = report.scope() == CheckReport.Scope.MAPPING ? "mapping" : "mapping and database";
        return Arrays.stream(Severity.values())
                .map(severity -> count(report, severity))
                .collect(Collectors.joining(", ", "Found in " + scope + ": ", "."));
    }

    private static String count(CheckReport report, Severity severity) {
        long count = report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return "%d %s%s".formatted(count, severity.name().toLowerCase(Locale.ROOT), count == 1 ? "" : "s");
    }
}
