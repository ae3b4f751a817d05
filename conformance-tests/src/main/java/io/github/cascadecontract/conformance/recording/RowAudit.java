package io.github.cascadecontract.conformance.recording;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;

/**
 * Notes for every row that is inserted, updated or deleted whether a client's statement did it or a foreign key.
 *
 * <p>It works with triggers, so it needs no right but that of the tables' owner. What it notes is part of the
 * transaction and vanishes with a rollback. TRUNCATE is not seen. How the server words a referential action is not
 * documented, therefore each server is tried out first.
 */
public final class RowAudit {

    private final String referentialAction;

    private RowAudit(String referentialAction) {
        this.referentialAction = referentialAction;
    }

    /**
     * Returns the audit for a database, after a trial of all referential actions in a schema of its own.
     *
     * @throws RowAuditException if the server's referential actions are not recognised
     */
    public static RowAudit on(TestDatabase database) {
        return on(database, AuditDdl.REFERENTIAL_ACTION);
    }

    static RowAudit on(TestDatabase database, String referentialAction) {
        RowAudit audit = new RowAudit(referentialAction);
        AuditTrial.run(database, audit);
        return audit;
    }

    /** Puts all tables of a schema under audit: once, when they exist. */
    public SchemaAudit install(Schema schema) {
        schema.execute(AuditDdl.in(schema.name(), referentialAction));
        return new SchemaAudit(schema);
    }
}
