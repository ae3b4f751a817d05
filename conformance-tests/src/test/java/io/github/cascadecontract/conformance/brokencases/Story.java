package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.rule.Rule;
import java.util.Map;

/**
 * What a case is about.
 *
 * @param title the mistake in a few words, heading of its section
 * @param text what is wanted, and what is written instead
 * @param wanted the rows that are wanted afterwards, as the page shows them, by table
 * @param rule the rule that makes it right
 * @param lesson why it is right when it is mended: a sentence without full stop
 */
record Story(String title, String text, Map<String, String> wanted, Rule rule, String lesson) {
    Story {
        wanted = Map.copyOf(wanted);
    }
}
