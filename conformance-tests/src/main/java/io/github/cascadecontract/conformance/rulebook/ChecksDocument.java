package io.github.cascadecontract.conformance.rulebook;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.util.Arrays;
import java.util.List;

/**
 * What a check can find, as a document.
 *
 * @param sections the codes by severity, the worst first
 */
record ChecksDocument(List<Section> sections) {
    /**
     * The codes of one severity.
     *
     * @param severity how much they matter
     * @param codes the codes, in the order of reports
     */
    record Section(Severity severity, List<FindingCode> codes) {
        String meaning() {
            return switch (severity) {
                case ERROR -> "A removal will fail, or remove or keep other rows than the contract says.";
                case WARNING -> "It works, but it will be slow, surprising, or lose what somebody may rely on.";
                case INFO -> "Worth knowing.";
            };
        }
    }

    static ChecksDocument ofAllCodes() {
        return new ChecksDocument(Arrays.stream(Severity.values())
                .map(severity -> new Section(
                        severity,
                        Arrays.stream(FindingCode.values())
                                .filter(code -> code.severity() == severity)
                                .toList()))
                .toList());
    }

    /** Text in a table must not end its cell. */
    static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** Returns the document as Markdown. */
    String text() {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Plain, ChecksDocument.class.getClassLoader(), ChecksDocument.class.getPackageName());
        StringOutput markdown = new StringOutput();
        templates.render("checks.jte", this, markdown);
        return markdown.toString();
    }
}
