package io.github.cascadecontract.conformance.rulebook;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.rule.Anchor;
import io.github.cascadecontract.rule.Decision;
import io.github.cascadecontract.rule.Rule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule with what proves it, as lines of Markdown.
 *
 * @param rule the rule
 * @param scenarios how many scenarios prove it
 * @param proofs one line for each group of scenarios, and one for what proves it beyond the record
 */
record Article(Rule rule, int scenarios, List<String> proofs) {
    /** Above this, a group is told by the patterns that select from it. */
    private static final int TOLD_ONE_BY_ONE = 20;

    static Article of(Rule rule, Proofs proofs) {
        List<Scenario> scenarios = proofs.scenariosOf(rule);
        Map<String, List<String>> groups = scenarios.stream()
                .collect(Collectors.groupingBy(
                        Scenario::group, LinkedHashMap::new, Collectors.mapping(Scenario::id, Collectors.toList())));
        Stream<String> told = groups.entrySet().stream()
                .map(group -> group.getKey() + ": " + members(group.getValue(), proofs.patterns(rule)));
        Stream<String> elsewhere = proofs.elsewhere(rule).stream().map(Article::elsewhere);
        return new Article(
                rule, scenarios.size(), Stream.concat(told, elsewhere).toList());
    }

    private static String members(List<String> ids, List<String> patterns) {
        return ids.size() <= TOLD_ONE_BY_ONE ? Markdown.code(ids) : told(ids, patterns) + " (" + ids.size() + ")";
    }

    private static String told(List<String> ids, List<String> patterns) {
        return Markdown.code(patterns.stream()
                .filter(pattern -> ids.stream().anyMatch(new Selection(pattern)::names))
                .toList());
    }

    private static String elsewhere(ProofList.Elsewhere proof) {
        return "beyond the record, as %s: %s".formatted(proof.because(), Markdown.code(proof.tests()));
    }

    /** Returns what the rule asks, with all that belongs to it, as one paragraph. */
    String text() {
        return Stream.of(Stream.of(rule.sentence(), rule.details()), rule.freedom().stream())
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Returns where others speak about it, by what the sources of the document call the places. */
    String anchors() {
        String places = Arrays.stream(Anchor.Origin.values())
                .filter(origin -> rule.anchors().stream().anyMatch(anchor -> anchor.origin() == origin))
                .map(origin -> origin.title() + ": " + anchors(origin))
                .collect(Collectors.joining("; "));
        return places.isEmpty() ? "neither has it" : places;
    }

    private String anchors(Anchor.Origin origin) {
        return rule.anchors().stream()
                .filter(anchor -> anchor.origin() == origin)
                .map(anchor -> "[" + anchor.section() + "]")
                .collect(Collectors.joining(", "));
    }

    /** Returns what proves it, as a list. */
    String proofLines() {
        return proofs.stream().map(proof -> "- " + proof).collect(Collectors.joining("\n"));
    }

    /** Returns the numbers of the decisions that it follows; empty if it is as recorded. */
    String decisions() {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.rules().contains(rule))
                .map(Decision::id)
                .collect(Collectors.joining(", "));
    }
}
