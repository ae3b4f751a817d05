package io.github.cascadecontract.tools;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;
import java.util.stream.Stream;

/** A plan as it is drawn, one part below the other: header, tree, remarks, legend. A template turns it into SVG. */
final class Drawing {
    static final int MARGIN = 28;
    private static final int GAP = 20;
    /** What XML 1.0 cannot hold, however it is escaped. */
    private static final String NOT_XML = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final RemovalPlan plan;
    private final CardLayout tree;
    private final int inner;
    private final List<Line> header;
    private final List<Line> remarks;

    Drawing(RemovalPlan plan) {
        this.plan = plan;
        tree = new CardLayout(Card.of(plan.roots()));
        inner = Math.max(Legend.width(), tree.width());
        header = header(plan, inner);
        remarks = remarks(plan, inner);
    }

    private static List<Line> header(RemovalPlan plan, int width) {
        Line.Look look = plan.isBlocked() ? Line.Look.ALARM : Line.Look.PLAIN;
        return Stream.concat(
                        Line.wrapped(PlanWords.title(plan), Line.Look.TITLE, width).stream(),
                        Line.wrapped(PlanWords.summary(plan), look, width).stream())
                .toList();
    }

    private static List<Line> remarks(RemovalPlan plan, int width) {
        Stream<Line> obstacles = plan.obstacles().stream()
                .flatMap(obstacle -> Line.wrapped("In the way: " + obstacle, Line.Look.REASON, width).stream());
        Stream<Line> notes =
                plan.notes().stream().flatMap(note -> Line.wrapped("Note: " + note, Line.Look.SMALL, width).stream());
        return Stream.concat(obstacles, notes).toList();
    }

    String title() {
        return PlanWords.title(plan);
    }

    /** The plan in words, for readers who do not see it. */
    String description() {
        return plan.toString();
    }

    int width() {
        return inner + 2 * MARGIN;
    }

    int height() {
        return legendTop() + Legend.HEIGHT + MARGIN;
    }

    List<Line.Placed> header() {
        return Line.placed(header, 0, 0, inner);
    }

    CardLayout tree() {
        return tree;
    }

    int treeTop() {
        return MARGIN + Line.height(header) + GAP;
    }

    /** What is in the way, and notes. */
    List<Line.Placed> remarks() {
        return Line.placed(remarks, 0, 0, inner);
    }

    int remarksTop() {
        return treeTop() + tree.height() + GAP;
    }

    int legendTop() {
        return remarksTop() + (remarks.isEmpty() ? 0 : Line.height(remarks) + GAP);
    }

    @Override
    public String toString() {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Drawing.class.getClassLoader(), Drawing.class.getPackageName());
        StringOutput svg = new StringOutput();
        templates.render("plan.jte", this, svg);
        return svg.toString().replaceAll(NOT_XML, "\uFFFD");
    }
}
