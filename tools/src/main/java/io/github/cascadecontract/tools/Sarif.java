package io.github.cascadecontract.tools;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as SARIF. */
final class Sarif {
    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

    private Sarif() {}

    static SarifSchema210 of(CheckReport report) {
        Set<ReportingDescriptor> rules = Arrays.stream(FindingCode.values())
                .map(Sarif::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ToolComponent driver = new ToolComponent().withName("Cascade Contract").withRules(rules);
        Run run = new Run()
                .withTool(new Tool().withDriver(driver))
                .withResults(report.findings().stream().map(Sarif::result).toList());
        return new SarifSchema210()
                .with$schema(SCHEMA)
                .withVersion(SarifSchema210.Version._2_1_0)
                .withRuns(List.of(run));
    }

    private static ReportingDescriptor rule(FindingCode code) {
        return new ReportingDescriptor()
                .withId(code.id())
                .withShortDescription(text(code.what()))
                .withFullDescription(text(code.what() + " " + code.harm()))
                .withHelp(text(code.harm() + " " + code.remedy()))
                .withDefaultConfiguration(new ReportingConfiguration()
                        .withLevel(ReportingConfiguration.Level.fromValue(level(code.severity()))));
    }

    private static MultiformatMessageString text(String text) {
        return new MultiformatMessageString().withText(text);
    }

    private static Result result(Finding finding) {
        String mend = finding.mend() == null ? "" : " Mend it: " + finding.mend();
        return new Result()
                .withRuleId(finding.code().id())
                .withRuleIndex(finding.code().ordinal())
                .withLevel(Result.Level.fromValue(level(finding.severity())))
                .withMessage(new Message().withText(finding.where() + ": " + finding.sentence() + mend))
                .withLocations(List.of(location(finding)))
                .withPartialFingerprints(
                        new PartialFingerprints().withAdditionalProperty("place/v1", fingerprint(finding)))
                .withProperties(properties(finding));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** Code scanning of GitHub refuses results without a file, so one is named; it need not be there. */
    private static Location location(Finding finding) {
        String file = finding.entity() == null ? "schema.sql" : finding.entity() + ".java";
        String uri = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        return new Location()
                .withPhysicalLocation(new PhysicalLocation().withArtifactLocation(new ArtifactLocation().withUri(uri)))
                .withLogicalLocations(logicalLocations(finding));
    }

    private static Set<LogicalLocation> logicalLocations(Finding finding) {
        return Stream.of(
                        logical(
                                finding.attribute() == null ? "type" : "member",
                                finding.entity() == null ? null : finding.where()),
                        logical("table", finding.table()),
                        logical("constraint", finding.constraint()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable LogicalLocation logical(String kind, @Nullable String name) {
        return name == null ? null : new LogicalLocation().withKind(kind).withFullyQualifiedName(name);
    }

    /** The same finding of tomorrow is known again by it, also when sentences are worded anew. */
    private static String fingerprint(Finding finding) {
        return Stream.of(finding.code().id(), finding.where(), finding.table(), finding.constraint())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("|"));
    }

    private static PropertyBag properties(Finding finding) {
        PropertyBag properties = new PropertyBag();
        if (finding.mend() != null) properties.withAdditionalProperty("mend", finding.mend());
        return properties;
    }
}
