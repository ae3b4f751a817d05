package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One case on the page. */
final class CaseSection {
    private static final String SECTION = """

            ## %s

            %s

            %s```sql
            %s
            ```

            %s**Mended.** %s

            %s```sql
            %s
            ```

            %s
            """;

    private static final String AS_IT_STANDS = """
            **As it stands**, under the contract:

            %s

            """;

    private final CaseRun run;
    private final BrokenCase played;
    private final Story story;

    CaseSection(CaseRun run) {
        this.run = run;
        this.played = run.played();
        this.story = run.story();
    }

    String text() {
        return SECTION.formatted(
                story.title(),
                story.text(),
                snippets(played.broken()),
                natively(),
                asItStands(),
                lesson(story.rule()),
                snippets(played.mended()),
                SentStatements.of(run.mended()),
                rows());
    }

    /** Where the mapping itself is wrong, the contract does not guess what was meant. */
    private String asItStands() {
        List<String> told = new ArrayList<>();
        run.known().plan().ifPresent(plan -> told.add("```text\n%s\n```".formatted(plan)));
        run.known().findings().forEach(finding -> told.add("> **check** " + finding));
        Raised raised = run.brokenUnderContract().raised();
        if (raised != null) told.add("> **error** " + raised);
        return told.isEmpty() ? "" : AS_IT_STANDS.formatted(String.join("\n\n", told));
    }

    private static String snippets(Form<?> form) {
        return form.snippets().stream().map(snippet -> snippet + "\n\n").collect(Collectors.joining());
    }

    private String natively() {
        return run.natively().entrySet().stream()
                .map(sent -> "-- %s\n%s".formatted(heading(sent.getKey()), SentStatements.of(sent.getValue())))
                .collect(Collectors.joining("\n\n"));
    }

    private String heading(Provider provider) {
        return played.plainMapper()
                .filter(form -> provider == Provider.MYBATIS)
                .map(form -> provider + ": " + form.snippets().get(0).text().strip())
                .orElse(provider.toString());
    }

    private String lesson(Rule rule) {
        return "%s ([%s](contract.md#%s))."
                .formatted(story.lesson(), rule.id(), rule.id().toLowerCase(Locale.ROOT));
    }

    private String rows() {
        Collection<String> tables = run.mended().before().keySet();
        List<String> lines = new ArrayList<>();
        lines.add(row("", tables, "the client did", "the database did"));
        lines.add("| --- ".repeat(tables.size() + 3) + "|");
        lines.add(row("before", run.mended().before().values(), "", ""));
        run.natively().forEach((provider, seen) -> lines.add(row(provider.toString(), seen)));
        if (run.brokenUnderContract().ending(story.wanted()) != Ending.RIGHT) {
            lines.add(row("contract, as it stands", run.brokenUnderContract()));
        }
        lines.add(row("contract, mended", run.mended()));
        return String.join("\n", lines);
    }

    private String row(String name, Seen seen) {
        List<String> cells = seen.rows().entrySet().stream()
                .map(shown -> shown.getValue().equals(story.wanted().get(shown.getKey()))
                        ? shown.getValue()
                        : "**" + shown.getValue() + "**")
                .toList();
        return row(name, cells, seen.byClient(), seen.byDatabase());
    }

    private static String row(String name, Collection<String> cells, String client, String database) {
        return "| %s | %s | %s | %s |".formatted(name, String.join(" | ", cells), client, database);
    }
}
