package io.github.cascadecontract.tools;

import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as a Mermaid flowchart. */
final class Mermaid {
    private static final String HEAD = """
            flowchart LR
              classDef clientEach fill:#dbeafe,stroke:#1d4ed8,color:#111827
              classDef clientSet fill:#ede9fe,stroke:#6d28d9,color:#111827
              classDef database fill:#fef3c7,stroke:#b45309,color:#111827,stroke-dasharray:6 3
              classDef blocked fill:#fee2e2,stroke:#b91c1c,color:#111827,stroke-width:3px
              classDef idle fill:#f3f4f6,stroke:#6b7280,color:#111827
            """;

    private final StringBuilder text = new StringBuilder(HEAD);
    private int boxes;

    Mermaid(RemovalPlan plan) {
        text.append("  accTitle: %s\n".formatted(escaped(PlanWords.title(plan))));
        plan.roots().forEach(this::box);
        if (!plan.notes().isEmpty()) text.append("  notes[\"%s\"]:::idle\n".formatted(label(plan.notes())));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private int box(PlannedRows planned) {
        int box = boxes++;
        text.append("  n%d[\"%s\"]:::%s\n".formatted(box, label(lines(planned)), style(planned)));
        planned.below().forEach(next -> text.append("  n%d --> n%d\n".formatted(box, box(next))));
        return box;
    }

    private static List<String> lines(PlannedRows planned) {
        List<String> lines = new ArrayList<>();
        lines.add(planned.place().name());
        lines.addAll(PlanWords.table(planned.place()));
        lines.add(PlanWords.effect(planned));
        lines.add(PlanWords.actor(planned));
        lines.addAll(PlanWords.skipped(planned));
        if (planned.obstacle() != null) lines.add(PlanWords.reason(planned.obstacle()));
        return lines;
    }

    private static String style(PlannedRows planned) {
        return switch (planned.actor()) {
            case CLIENT_EACH -> "clientEach";
            case CLIENT_SET -> "clientSet";
            case DATABASE -> "database";
            case NOBODY -> planned.obstacle() == null ? "idle" : "blocked";
        };
    }

    private static String label(List<String> lines) {
        return lines.stream().map(Mermaid::escaped).collect(Collectors.joining("<br/>"));
    }

    /** Mermaid reads {@code #35;} as a character, whatever stands around it; letters and some signs need none of it. */
    private static String escaped(String line) {
        return line.codePoints()
                .mapToObj(sign -> isPlain(sign) ? Character.toString(sign) : "#" + sign + ";")
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int sign) {
        return Character.isLetterOrDigit(sign) || " .,-_·@…".indexOf(sign) >= 0;
    }
}
