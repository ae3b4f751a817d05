package io.github.cascadecontract.tools;

import io.github.cascadecontract.removal.Actor;
import java.util.ArrayList;
import java.util.List;

/** Says which colour is who. */
final class Legend {
    static final int HEIGHT = 24;
    private static final int SWATCH = 22;
    private static final int SPACE = 30;

    private Legend() {}

    /**
     * One colour.
     *
     * @param style who acts, as the style sheet names it
     * @param x left edge of the swatch
     * @param line what it stands for
     */
    record Entry(String style, int x, Line.Placed line) {}

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int x = 0;
        for (Actor actor : Actor.values()) {
            Line line = new Line(words(actor), Line.Look.ACTOR);
            int text = x + SWATCH + SWATCH / 2;
            entries.add(new Entry(Card.style(actor), x, line.placed(text, 0)));
            x = text + line.width() + SPACE;
        }
        return entries;
    }

    /** How wide it is. */
    static int width() {
        Entry last = entries().get(Actor.values().length - 1);
        return last.line().x() + new Line(last.line().text(), Line.Look.ACTOR).width();
    }

    private static String words(Actor actor) {
        return actor == Actor.NOBODY ? "nobody: rows in the way" : actor.words();
    }
}
