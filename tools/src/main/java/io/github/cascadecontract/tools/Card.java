package io.github.cascadecontract.tools;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.PlannedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a box of the drawing says, and which boxes it leads to. Each is itself, also where two say the same. */
final class Card {
    private static final String NEUTRAL = "neutral";
    private static final int PADDING = 16;
    private static final int NARROWEST = 110;
    private static final int WIDEST = 380;

    private final String style;
    private final List<Line> lines;
    private final String details;
    private final List<Card> below;

    private Card(String style, List<Line> lines, String details, List<Card> below) {
        this.style = style;
        this.lines = lines;
        this.details = details;
        this.below = below;
    }

    /** The root; of several, a box that they hang at. */
    static Card of(List<PlannedRows> roots) {
        List<Card> cards = roots.stream().map(Card::of).toList();
        if (cards.size() == 1) return cards.get(0);
        String words = cards.isEmpty() ? "no rows" : "one flush";
        return new Card(NEUTRAL, List.of(new Line(words, Line.Look.NAME)), words, cards);
    }

    private static Card of(PlannedRows planned) {
        return new Card(
                isIdle(planned) ? NEUTRAL : style(planned.actor()),
                lines(planned),
                details(planned),
                planned.below().stream().map(Card::of).toList());
    }

    /** A key that would stand in the way of rows, and there are none. */
    private static boolean isIdle(PlannedRows planned) {
        return planned.actor() == Actor.NOBODY && planned.obstacle() == null;
    }

    static String style(Actor actor) {
        return actor.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Line> lines(PlannedRows planned) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(planned.place().name(), Line.Look.NAME));
        PlanWords.table(planned.place()).forEach(table -> lines.add(new Line(table, Line.Look.SMALL)));
        lines.add(new Line(PlanWords.effect(planned), Line.Look.PLAIN));
        lines.add(new Line(PlanWords.actor(planned), Line.Look.ACTOR));
        PlanWords.skipped(planned).forEach(skipped -> lines.add(new Line(skipped, Line.Look.SMALL)));
        if (planned.obstacle() != null) {
            lines.add(new Line(PlanWords.reason(planned.obstacle()), Line.Look.ALARM));
        }
        return lines;
    }

    private static String details(PlannedRows planned) {
        return Stream.of(
                        Stream.of(
                                planned.place().name(),
                                "table " + planned.place().table()),
                        Stream.ofNullable(planned.place().constraint()).map(name -> "foreign key " + name),
                        planned.statements().stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** Who acts, as the style sheet names it. */
    String style() {
        return style;
    }

    /** All that is known, for readers who point at it. */
    String details() {
        return details;
    }

    List<Card> below() {
        return below;
    }

    List<Line.Placed> lines(int x, int y, int width) {
        return Line.placed(lines, x + PADDING, y + PADDING / 2, width - 2 * PADDING);
    }

    int height() {
        return Line.height(lines) + PADDING;
    }

    /** The width that its lines ask for, within limits. */
    int width() {
        int wanted = lines.stream().mapToInt(Line::width).max().orElse(0) + 2 * PADDING;
        return Math.min(WIDEST, Math.max(NARROWEST, wanted));
    }
}
