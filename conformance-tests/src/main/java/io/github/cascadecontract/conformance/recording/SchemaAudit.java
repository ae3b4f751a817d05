package io.github.cascadecontract.conformance.recording;

import io.github.cascadecontract.conformance.database.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The audit of one schema. */
public final class SchemaAudit {

    private final Schema schema;
    private final String table;

    SchemaAudit(Schema schema) {
        this.schema = schema;
        this.table = schema.name() + "." + AuditDdl.TABLE;
    }

    /**
     * Returns what committed transactions have done since {@link #clear()}.
     *
     * @throws RowAuditException if the audit cannot be read
     */
    public AuditCounts read() {
        try (Connection connection = schema.dataSource().getConnection()) {
            return read(connection);
        } catch (SQLException failure) {
            throw new RowAuditException("The row audit of schema " + schema.name() + " cannot be read", failure);
        }
    }

    /** Returns the same as seen by a connection: with what its own transaction has done so far. */
    public AuditCounts read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet events = statement.executeQuery(
                        "SELECT table_name, operation, origin, row_key FROM " + table + " ORDER BY event, ctid")) {
            List<AuditedRow> rows = new ArrayList<>();
            while (events.next()) {
                rows.add(row(events));
            }
            return new AuditCounts(rows);
        }
    }

    private static AuditedRow row(ResultSet event) throws SQLException {
        return new AuditedRow(
                event.getString(1),
                RowOperation.valueOf(event.getString(2)),
                RowOrigin.valueOf(event.getString(3)),
                event.getString(4));
    }

    /** Forgets everything so far, such as the seed. */
    public void clear() {
        schema.execute("DELETE FROM " + table);
    }
}
