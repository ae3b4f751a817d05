package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Statement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement does to a table.
 *
 * @param verb INSERT, UPDATE, DELETE or SELECT
 * @param table the table, in lower case and without schema
 */
record SentTo(String verb, String table) {
    private static final Pattern WRITING =
            Pattern.compile("^\\s*(insert)\\s+into\\s+(\\S+)|^\\s*(update)\\s+(\\S+)|^\\s*(delete)\\s+from\\s+(\\S+)");
    private static final Pattern READING = Pattern.compile("\\b(?:from|join)\\s+([^\\s(,)]+)");

    /** Returns all that a statement does; nothing of one that names no table. */
    static Set<SentTo> of(Statement statement) {
        String text = statement.text().toLowerCase(Locale.ROOT);
        Set<SentTo> found = new LinkedHashSet<>();
        Matcher writing = WRITING.matcher(text);
        if (writing.find()) {
            int verb = writing.group(1) != null ? 1 : writing.group(3) != null ? 3 : 5;
            found.add(new SentTo(writing.group(verb).toUpperCase(Locale.ROOT), table(writing.group(verb + 1))));
            return found;
        }
        Matcher reading = READING.matcher(text);
        while (reading.find()) {
            found.add(new SentTo("SELECT", table(reading.group(1))));
        }
        return found;
    }

    private static String table(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
    }
}
