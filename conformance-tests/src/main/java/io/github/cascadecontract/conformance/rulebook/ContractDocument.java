package io.github.cascadecontract.conformance.rulebook;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.rule.Anchor;
import io.github.cascadecontract.rule.Chapter;
import io.github.cascadecontract.rule.Decision;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The contract as a document: what it says in words of its own is in the template, all else comes from the rule book and
 * the scenarios.
 *
 * @param scenarios how many there are
 * @param sections the rules by chapter
 * @param departures the decisions
 * @param notPortable ids of scenarios that prove nothing, by what Java has no words for
 */
record ContractDocument(
        int scenarios, List<Section> sections, List<Departure> departures, Map<String, List<String>> notPortable) {
    /**
     * One chapter.
     *
     * @param title its heading
     * @param articles its rules
     */
    record Section(String title, List<Article> articles) {}

    /**
     * One decision.
     *
     * @param decision what is decided
     * @param scenarios ids of the scenarios that name it
     */
    record Departure(Decision decision, List<String> scenarios) {
        String rules() {
            return decision.rules().stream()
                    .map(rule -> Markdown.rule(rule.id()))
                    .collect(Collectors.joining(", "));
        }

        String names() {
            return Markdown.code(scenarios);
        }
    }

    static ContractDocument of(Scenarios scenarios) {
        Proofs proofs = Proofs.of(scenarios);
        return new ContractDocument(
                scenarios.all().size(),
                Arrays.stream(Chapter.values())
                        .map(chapter -> section(chapter, proofs))
                        .toList(),
                Arrays.stream(Decision.values())
                        .map(decision -> new Departure(decision, naming(decision, scenarios)))
                        .toList(),
                notPortable(scenarios));
    }

    private static Section section(Chapter chapter, Proofs proofs) {
        List<Article> articles = Arrays.stream(Rule.values())
                .filter(rule -> rule.chapter() == chapter)
                .map(rule -> Article.of(rule, proofs))
                .toList();
        return new Section(chapter.title(), articles);
    }

    private static List<String> naming(Decision decision, Scenarios scenarios) {
        return scenarios.all().stream()
                .map(Scenario::id)
                .filter(id -> scenarios.decisions().about(id).stream()
                        .anyMatch(about -> about.rule().equals(decision.id())
                                || decision.id().equals(about.decision())))
                .toList();
    }

    private static Map<String, List<String>> notPortable(Scenarios scenarios) {
        Map<String, List<String>> byReason = new TreeMap<>();
        scenarios
                .all()
                .forEach(scenario -> scenarios
                        .decisions()
                        .about(scenario.id())
                        .filter(about -> !about.isPortable())
                        .ifPresent(about -> byReason.computeIfAbsent(about.rule(), none -> new ArrayList<>())
                                .add(scenario.id())));
        return byReason;
    }

    /** Returns how many scenarios prove nothing. */
    int notPortableCount() {
        return notPortable.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the addresses of the places that the rules are compared with, as link definitions. */
    String sources() {
        return Arrays.stream(Rule.values())
                .flatMap(rule -> rule.anchors().stream())
                .distinct()
                .sorted(Comparator.comparing(Anchor::origin))
                .map(anchor -> "[%s]: %s".formatted(anchor.section(), anchor.address()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the document as Markdown. */
    String text() {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null,
                ContentType.Plain,
                ContractDocument.class.getClassLoader(),
                ContractDocument.class.getPackageName());
        StringOutput markdown = new StringOutput();
        templates.render("contract.jte", this, markdown);
        return markdown.toString();
    }
}
