package io.github.cascadecontract.removal;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A plan as a tree of lines. */
final class PlanText {
    private final RemovalPlan plan;
    private final StringBuilder text = new StringBuilder();

    PlanText(RemovalPlan plan) {
        this.plan = plan;
    }

    @Override
    public String toString() {
        add("remove %s %s%s".formatted(plan.entity(), plan.id(), plan.isBlocked() ? ": BLOCKED" : ""));
        write(plan.roots(), "");
        plan.obstacles().forEach(obstacle -> add("in the way: " + obstacle));
        plan.notes().forEach(note -> add("note: " + note));
        return text.toString();
    }

    private void write(List<PlannedRows> siblings, String indent) {
        for (Iterator<PlannedRows> rest = siblings.iterator(); rest.hasNext(); ) {
            PlannedRows planned = rest.next();
            add(indent + (rest.hasNext() ? "├─ " : "└─ ") + line(planned));
            write(planned.below(), indent + (rest.hasNext() ? "│  " : "   "));
        }
    }

    /** A quoted name may hold ends of lines and what consoles take for commands. */
    private void add(String line) {
        text.append(line.replaceAll("\\p{Cntrl}+", " ")).append('\n');
    }

    private static String line(PlannedRows planned) {
        Place place = planned.place();
        String table = place.name().equals(place.table()) ? "" : " (" + place.table() + ")";
        String skipped = planned.skipped().isEmpty() ? "" : ", without " + String.join(" and ", planned.skipped());
        return "%s%s: %s%s [%s]%s"
                .formatted(
                        place.name(),
                        table,
                        rows(planned.rows()),
                        deed(planned),
                        planned.rule().id(),
                        skipped);
    }

    private static String deed(PlannedRows planned) {
        if (planned.obstacle() != null) return ", IN THE WAY";
        if (planned.effect() == Effect.BLOCKED) return "";
        return ", %s by %s".formatted(planned.effect().words(), planned.actor().words());
    }

    private static String rows(OptionalLong rows) {
        if (rows.isEmpty()) return "rows not counted";
        return String.format(Locale.ROOT, rows.getAsLong() == 1 ? "%,d row" : "%,d rows", rows.getAsLong());
    }
}
