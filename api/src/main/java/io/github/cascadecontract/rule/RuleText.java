package io.github.cascadecontract.rule;

import java.util.List;

/**
 * What is written about one rule.
 *
 * @param chapter where it stands
 * @param level how binding it is
 * @param sentence what it asks, in one sentence
 * @param details what else belongs to it; empty if the sentence says all
 * @param freedom what it leaves to adapters; empty if nothing
 * @param intent why users want it, in one sentence
 * @param anchors where others speak about it; empty if nobody does
 */
record RuleText(
        Chapter chapter,
        Level level,
        String sentence,
        String details,
        String freedom,
        String intent,
        List<Anchor> anchors) {
    static RuleText must(Chapter chapter, String sentence) {
        return new RuleText(chapter, Level.MUST, sentence, "", "", "", List.of());
    }

    static RuleText should(Chapter chapter, String sentence) {
        return new RuleText(chapter, Level.SHOULD, sentence, "", "", "", List.of());
    }

    RuleText details(String text) {
        return new RuleText(chapter, level, sentence, text, freedom, intent, anchors);
    }

    RuleText may(String text) {
        return new RuleText(chapter, level, sentence, details, text, intent, anchors);
    }

    RuleText because(String text) {
        return new RuleText(chapter, level, sentence, details, freedom, text, anchors);
    }

    RuleText see(Anchor... places) {
        return new RuleText(chapter, level, sentence, details, freedom, intent, List.of(places));
    }
}
