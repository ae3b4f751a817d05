package io.github.cascadecontract.tools;

import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
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
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A report as SARIF. */
final class Sarif {
    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

    private Sarif() {}

    static SarifSchema210 of(CheckReport report, SourceFiles files) {
        Set<ReportingDescriptor> rules = Arrays.stream(FindingCode.values())
                .map(Sarif::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ToolComponent driver = new ToolComponent().withName("Cascade Contract").withRules(rules);
        Run run = new Run()
                .withTool(new Tool().withDriver(driver))
                .withResults(report.findings().stream()
                        .map(finding -> result(finding, new SarifPlace(finding, files)))
                        .toList());
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

    private static Result result(Finding finding, SarifPlace place) {
        String mend = finding.mend() == null ? "" : " Mend it: " + finding.mend();
        return new Result()
                .withRuleId(finding.code().id())
                .withRuleIndex(finding.code().ordinal())
                .withLevel(Result.Level.fromValue(level(finding.severity())))
                .withMessage(new Message().withText(finding.where() + ": " + finding.sentence() + mend))
                .withLocations(List.of(place.location()))
                .withPartialFingerprints(place.fingerprints())
                .withProperties(properties(finding));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static PropertyBag properties(Finding finding) {
        PropertyBag properties = new PropertyBag();
        if (finding.mend() != null) properties.withAdditionalProperty("mend", finding.mend());
        return properties;
    }
}
