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
     * @param y its upper edge
     * @param line what it stands for
     */
    record Entry(String style, int x, int y, Line.Placed line) {}

    static List<Entry> of(int left, int top) {
        List<Entry> entries = new ArrayList<>();
        int x = left;
        for (Actor actor : Actor.values()) {
            Line line = new Line(words(actor), Line.Look.ACTOR);
            int text = x + SWATCH + SWATCH / 2;
            entries.add(new Entry(Card.style(actor), x, top, line.placed(text, top)));
            x = text + line.width() + SPACE;
        }
        return entries;
    }

    private static String words(Actor actor) {
        return actor == Actor.NOBODY ? "nobody: rows in the way" : actor.words();
    }
}
