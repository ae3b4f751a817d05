package io.github.cascadecontract.conformance.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How things are written in the document. */
final class Markdown {
    private Markdown() {}

    /** Writes names as code, with commas between them; "none" if there are none. */
    static String code(List<String> names) {
        return names.isEmpty()
                ? "none"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** Links to a rule of the document: browsers know a heading by its name in small letters. */
    static String rule(String id) {
        return "[%s](#%s)".formatted(id, id.toLowerCase(Locale.ROOT));
    }
}
