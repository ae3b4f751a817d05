package io.github.cascadecontract.conformance.recording;

import java.util.Locale;
import net.sf.jsqlparser.schema.Table;

/** Names as PostgreSQL understands them: lower case unless quoted. */
final class SqlNames {

    private SqlNames() {}

    static String of(Table table) {
        return of(table.getName());
    }

    static String of(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
