package io.github.cascadecontract.tools;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as it is drawn; the template turns it into SVG.
 *
 * @param title what is removed
 * @param description the plan in words, for readers who do not see it
 * @param width in pixels
 * @param height in pixels
 * @param header lines above the tree
 * @param tree the boxes and what connects them
 * @param remarks lines below the tree: what is in the way, and notes
 * @param legend which colour is who
 */
record Drawing(
        String title,
        String description,
        int width,
        int height,
        List<Line.Placed> header,
        CardLayout tree,
        List<Line.Placed> remarks,
        List<Legend.Entry> legend) {
    private static final int MARGIN = 28;
    private static final int GAP = 20;
    private static final int LEGEND_WIDTH = 700;
    /** What XML 1.0 cannot hold, however it is escaped. */
    private static final String NOT_XML = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    static Drawing of(RemovalPlan plan) {
        List<Line> header = header(plan);
        int treeTop = MARGIN + Line.height(header) + GAP;
        CardLayout tree = new CardLayout(Card.of(plan.roots()), MARGIN, treeTop);
        int inner = Math.max(LEGEND_WIDTH, tree.width());
        List<Line> remarks = remarks(plan, inner);
        int remarksTop = treeTop + tree.height() + GAP;
        int legendTop = remarksTop + (remarks.isEmpty() ? 0 : Line.height(remarks) + GAP);
        return new Drawing(
                PlanWords.title(plan),
                plan.toString(),
                inner + 2 * MARGIN,
                legendTop + Legend.HEIGHT + MARGIN,
                Line.placed(header, MARGIN, MARGIN, inner),
                tree,
                Line.placed(remarks, MARGIN, remarksTop, inner),
                Legend.of(MARGIN, legendTop));
    }

    private static List<Line> header(RemovalPlan plan) {
        return List.of(
                new Line(PlanWords.title(plan), Line.Look.TITLE),
                new Line(PlanWords.summary(plan), plan.isBlocked() ? Line.Look.ALARM : Line.Look.PLAIN));
    }

    private static List<Line> remarks(RemovalPlan plan, int width) {
        List<Line> remarks = new ArrayList<>();
        plan.obstacles()
                .forEach(obstacle -> remarks.addAll(Line.wrapped("In the way: " + obstacle, Line.Look.ALARM, width)));
        plan.notes().forEach(note -> remarks.addAll(Line.wrapped("Note: " + note, Line.Look.SMALL, width)));
        return remarks;
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
