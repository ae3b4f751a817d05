package io.github.cascadecontract.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as mappings and statements write them, and as the catalogue stores them. */
public final class Identifier {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Identifier() {}

    /** The stored name of a written one: quotes taken off, or else in lower case as PostgreSQL folds it. */
    public static String stored(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        if (!quoted) return written.toLowerCase(Locale.ROOT);
        return written.substring(1, written.length() - 1).replace("\"\"", "\"");
    }

    /** The stored names of written ones. */
    public static List<String> stored(List<String> written) {
        return written.stream().map(Identifier::stored).toList();
    }

    /** How a statement writes a stored name, keywords included: quoted. */
    public static String quoted(String stored) {
        return '"' + stored.replace("\"", "\"\"") + '"';
    }

    /** How a text for people writes a stored name: quoted only where it is not plain. */
    static String readable(String stored) {
        return PLAIN.matcher(stored).matches() ? stored : quoted(stored);
    }
}
