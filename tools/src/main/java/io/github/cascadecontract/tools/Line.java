package io.github.cascadecontract.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of text in a drawing.
 *
 * @param text what it says
 * @param look how it is set
 */
record Line(String text, Look look) {
    /** How a line is set; the drawing's style sheet knows it by its name. */
    enum Look {
        TITLE(20, 30, Weight.BOLD),
        NAME(15, 22, Weight.BOLD),
        PLAIN(14, 21, Weight.REGULAR),
        ACTOR(13, 19, Weight.BOLD),
        SMALL(12, 17, Weight.REGULAR),
        ALARM(13, 18, Weight.BOLD),
        REASON(13, 18, Weight.REGULAR);

        private final int height;
        private final double unit;

        Look(int size, int height, Weight weight) {
            this.height = height;
            this.unit = size * weight.width;
        }
    }

    /** Bold letters are wider. */
    private enum Weight {
        REGULAR(1),
        BOLD(1.15);

        private final double width;

        Weight(double width) {
            this.width = width;
        }
    }

    /**
     * A line with its place.
     *
     * @param text what it says
     * @param style name of its look
     * @param x where it begins
     * @param y its base line
     */
    record Placed(String text, String style, int x, int y) {}

    /** As many lines as a text needs. */
    static List<Line> wrapped(String text, Look look, int width) {
        return Typeset.wrapped(text, width / look.unit).stream()
                .map(line -> new Line(line, look))
                .toList();
    }

    int width() {
        return (int) Math.ceil(Typeset.width(text) * look.unit);
    }

    int height() {
        return look.height;
    }

    static int height(List<Line> lines) {
        return lines.stream().mapToInt(Line::height).sum();
    }

    /** Sets lines below each other, each cut to the width. */
    static List<Placed> placed(List<Line> lines, int x, int y, int width) {
        List<Placed> placed = new ArrayList<>();
        int top = y;
        for (Line line : lines) {
            String text = Typeset.shortened(line.text, width / line.look.unit);
            placed.add(new Line(text, line.look).placed(x, top));
            top += line.height();
        }
        return placed;
    }

    Placed placed(int x, int top) {
        return new Placed(text, look.name().toLowerCase(Locale.ROOT), x, top + look.height - look.height / 4);
    }
}
