package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.rule.Rule;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of {@code docs/kit.md} that says which broken adapter fails which rule. */
final class FaultTable {
    /** Why no broken adapter fails a rule. */
    static final Map<Rule, String> WITHOUT = new EnumMap<>(Map.of(
            Rule.DEC_3, "checked when a contract is built, before an adapter is asked",
            Rule.DEC_5, "checked when a contract is built, before an adapter is asked",
            Rule.DEC_6, "checked when a contract is built, before an adapter is asked",
            Rule.MER_8, "no recorded table has a version",
            Rule.MER_9, "no recorded scenario merges onto what is marked for removal",
            Rule.PRO_1, "the record knows no protected entities"));

    private FaultTable() {}

    static String of(Map<Rule, Map<Fault, String>> found) {
        StringBuilder text = new StringBuilder("| broken adapter | what it does |\n| --- | --- |\n");
        for (Fault fault : Fault.values()) {
            text.append("| %s | %s |\n".formatted(fault.text(), fault.sentence()));
        }
        text.append("\n| rule | broken adapters that fail it (a scenario that shows it) |\n| --- | --- |\n");
        found.forEach((rule, faults) -> text.append("| %s | %s |\n".formatted(rule.id(), cell(rule, faults))));
        return text.toString();
    }

    private static String cell(Rule rule, Map<Fault, String> faults) {
        if (faults.isEmpty()) {
            return "none: " + WITHOUT.getOrDefault(rule, "?");
        }
        return faults.entrySet().stream()
                .map(fault -> "%s (`%s`)".formatted(fault.getKey().text(), fault.getValue()))
                .collect(Collectors.joining(", "));
    }
}
