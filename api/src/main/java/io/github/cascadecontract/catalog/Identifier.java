package io.github.cascadecontract.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as mappings and statements write them, and as the catalogue stores them. */
public final class Identifier {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** PostgreSQL's keywords that name no table without quotes. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
            column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
            from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like
            limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
            references returning right select session_user similar some symmetric system_user table tablesample then to
            trailing true union unique user using variadic verbose when where window with""".split("\\s+"));

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

    /** How a text for people writes a stored name: quoted only where it has to be. */
    public static String readable(String stored) {
        boolean isPlain = PLAIN.matcher(stored).matches() && !RESERVED.contains(stored);
        return isPlain ? stored : quoted(stored);
    }
}
