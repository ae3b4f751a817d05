package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page: a table that is there without script, and what the script needs to tell the stories.
 *
 * @param suite what was run
 * @param table scenarios down, runs across
 * @param data {@link PageData} as JSON that may stand inside a script element
 */
record IndexPage(Suite suite, PageTable table, String data) {
    private static final List<String> SCRIPTS = List.of(
            "dom.js", "data.js", "state.js", "filter.js", "drawing.js", "rows.js", "sent.js", "story.js", "main.js");

    static IndexPage of(ComparisonReport report, List<Story> stories) throws IOException {
        PageTable table = PageTable.of(report, stories);
        String data = new ObjectMapper().writeValueAsString(PageDataBuilder.build(table));
        return new IndexPage(report.suite(), table, data.replace("<", "\\u003c"));
    }

    void write(Writer out) throws IOException {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, IndexPage.class.getClassLoader(), IndexPage.class.getPackageName());
        StringOutput html = new StringOutput();
        templates.render("index.jte", this, html);
        out.write(html.toString());
    }

    String style() {
        return resource("page.css");
    }

    /** In a function of its own, so that nothing becomes a global name. */
    String script() {
        return SCRIPTS.stream()
                .map(IndexPage::resource)
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();"));
    }

    /** One line for each adapter: what its provider does by itself, and what under the contract. */
    List<Headline> headlines() {
        return table.adapters().stream()
                .map(adapter -> Headline.of(adapter.first(), table))
                .toList();
    }

    String versions() {
        Stream<String> versions = suite.versions().entrySet().stream().map(one -> one.getKey() + " " + one.getValue());
        return versions.collect(Collectors.joining(" · "));
    }

    private static String resource(String name) {
        try (InputStream in = IndexPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name + " beside " + IndexPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from the jar", e);
        }
    }
}
