package io.github.cascadecontract.conformance.recording;

import java.util.Set;

/** What a text tells about itself; the parts have the meaning that they have in {@link RecordedStatement}. */
record SqlShape(StatementKind kind, Set<String> tables, Set<String> entityTables) {

    static final SqlShape OTHER = new SqlShape(StatementKind.OTHER, Set.of(), Set.of());
}
