package io.github.cascadecontract.tools;

import java.util.List;

/**
 * A card with its place.
 *
 * @param card what it says
 * @param x left edge
 * @param y upper edge
 * @param width its width
 * @param height its height
 */
record Box(Card card, int x, int y, int width, int height) {
    private static final int HEAD = 9;

    /** What stands in it. */
    List<Line.Placed> lines() {
        return card.lines(x, y, width);
    }

    /** A line that leads here. */
    String curveFrom(Box other) {
        int begin = other.x + other.width;
        int turn = (begin + x) / 2;
        return "M%d %dC%d %d %d %d %d %d"
                .formatted(begin, other.middle(), turn, other.middle(), turn, middle(), x - HEAD, middle());
    }

    /** The point of an arrow that touches this box. */
    String arrowHead() {
        return "M%d %dl-%d -5v10z".formatted(x, middle(), HEAD);
    }

    private int middle() {
        return y + height / 2;
    }
}
