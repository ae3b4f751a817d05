package io.github.cascadecontract.preview;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import java.sql.Connection;

/** Counts what an outline tells and what the database's foreign keys would do then. Changes nothing. */
public final class RemovalPreview {
    private final CascadeContract contract;
    private final Connection connection;

    /**
     * Makes a preview.
     *
     * @param contract what the tables mean
     * @param connection where to count; it is not closed
     */
    public RemovalPreview(CascadeContract contract, Connection connection) {
        this.contract = contract;
        this.connection = connection;
    }

    /**
     * Counts.
     *
     * @throws io.github.cascadecontract.error.DatabaseException if the database does not answer or a mapped table is missing
     */
    public CountedRemoval count(RemovalOutline outline) {
        throw new UnsupportedOperationException(contract + " " + connection + " " + outline);
    }
}
