package io.github.cascadecontract.tools;

import io.github.cascadecontract.removal.RemovalPlan;
import java.util.function.Function;

/** How a removal plan is written. The same plan gives the same text, on every machine. */
public enum PlanFormat {
    /** A tree of lines: {@link RemovalPlan#toString}. */
    TEXT(RemovalPlan::toString),
    /**
     * JSON, as {@code plan.schema.json} beside this class tells: names are those of the records, enum constants are written by
     * name, rules by their id, and what is absent is null.
     */
    JSON(Json::of),
    /** A Mermaid flowchart, its boxes classed by who acts. Mermaid draws at most 500 connections and 50,000 characters. */
    MERMAID(plan -> new Mermaid(plan).toString()),
    /**
     * A drawing that stands alone: colour and words say who acts, red says what is in the way. It follows the reader's light
     * or dark setting.
     */
    SVG(plan -> new Drawing(plan).toString());

    private final Function<RemovalPlan, String> writer;

    PlanFormat(Function<RemovalPlan, String> writer) {
        this.writer = writer;
    }

    /** Writes the plan, the last line ended. */
    public String of(RemovalPlan plan) {
        return writer.apply(plan);
    }
}
