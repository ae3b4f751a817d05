package io.github.cascadecontract.tools;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How wide text will be, by estimate: real fonts differ from machine to machine, and a drawing must not.
 */
final class Typeset {
    private static final double WIDE = 0.95;
    private static final double UPPER = 0.7;
    private static final double LOWER = 0.6;
    private static final double NARROW = 0.34;

    private Typeset() {}

    /** Returns the width of a text in units of its font size. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Typeset::width).sum();
    }

    private static double width(int sign) {
        if (Character.isIdeographic(sign) || Character.isSupplementaryCodePoint(sign)) return WIDE;
        if ("mwMW@%&#—…".indexOf(sign) >= 0) return WIDE;
        if (Character.isUpperCase(sign)) return UPPER;
        return " .,:;|!'()[]ijlftr".indexOf(sign) >= 0 ? NARROW : LOWER;
    }

    /** Returns the text, or as much of its beginning as the width takes, and an ellipsis. */
    static String shortened(String text, double width) {
        if (width(text) <= width) return text;
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /** Returns the text in lines that the width takes, as far as it can be broken. */
    static List<String> wrapped(String text, double width) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        int last = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (last > start && width(text.substring(start, next).strip()) > width) {
                lines.add(text.substring(start, last).strip());
                start = last;
            }
            last = next;
        }
        lines.add(text.substring(start).strip());
        return lines.stream().map(line -> shortened(line, width)).toList();
    }
}
