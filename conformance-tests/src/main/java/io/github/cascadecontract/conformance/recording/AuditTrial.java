package io.github.cascadecontract.conformance.recording;

import static io.github.cascadecontract.conformance.recording.RowOperation.DELETE;
import static io.github.cascadecontract.conformance.recording.RowOperation.UPDATE;
import static io.github.cascadecontract.conformance.recording.RowOrigin.CLIENT;
import static io.github.cascadecontract.conformance.recording.RowOrigin.DATABASE;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import java.util.HashSet;
import java.util.Set;

/** Lets a server perform each referential action once and looks whether the audit knows it for what it is. */
final class AuditTrial {

    private static final String TABLES = """
            CREATE TABLE parent (id integer PRIMARY KEY);
            CREATE TABLE removed (id integer PRIMARY KEY REFERENCES parent ON DELETE CASCADE);
            CREATE TABLE removed_below (id integer PRIMARY KEY REFERENCES removed ON DELETE CASCADE);
            CREATE TABLE nulled (id integer PRIMARY KEY, parent_id integer REFERENCES parent ON DELETE SET NULL);
            CREATE TABLE moved (id integer PRIMARY KEY, parent_id integer DEFAULT 2 REFERENCES parent ON DELETE SET DEFAULT);
            CREATE TABLE followed (id integer PRIMARY KEY, parent_id integer REFERENCES parent ON UPDATE CASCADE);
            INSERT INTO parent VALUES (1), (2), (3);
            INSERT INTO removed VALUES (1);
            INSERT INTO removed_below VALUES (1);
            INSERT INTO nulled VALUES (1, 1);
            INSERT INTO moved VALUES (1, 1);
            INSERT INTO followed VALUES (1, 3)""";

    private static final String ACTIONS = "DELETE FROM parent WHERE id = 1; UPDATE parent SET id = 4 WHERE id = 3";

    private static final Set<AuditedRow> EXPECTED = Set.of(
            new AuditedRow("parent", DELETE, CLIENT, "1"),
            new AuditedRow("removed", DELETE, DATABASE, "1"),
            new AuditedRow("removed_below", DELETE, DATABASE, "1"),
            new AuditedRow("nulled", UPDATE, DATABASE, "1"),
            new AuditedRow("moved", UPDATE, DATABASE, "1"),
            new AuditedRow("parent", UPDATE, CLIENT, "3"),
            new AuditedRow("followed", UPDATE, DATABASE, "1"));

    private AuditTrial() {}

    static void run(TestDatabase database, RowAudit audit) {
        try (Schema schema = database.createSchema("audit_trial")) {
            schema.execute(TABLES);
            SchemaAudit rows = audit.install(schema);
            schema.execute(ACTIONS);
            compare(database, new HashSet<>(rows.read().rows()));
        }
    }

    private static void compare(TestDatabase database, Set<AuditedRow> observed) {
        if (!observed.equals(EXPECTED)) {
            throw new RowAuditException(
                    "Who changes a row cannot be told on " + database.description()
                            + ": its referential actions are not recognised. Expected " + EXPECTED + ", observed "
                            + observed + ". Use a server whose version is tested, or correct AuditDdl.",
                    null);
        }
    }
}
