package io.github.cascadecontract.conformance.brokencases;

import java.util.List;

/**
 * Tables with rows.
 *
 * @param sql what makes and fills them
 * @param looks what the page shows of them
 */
record Tables(String sql, List<Look> looks) {
    Tables {
        looks = List.copyOf(looks);
    }

    /**
     * How a table is shown.
     *
     * @param table its name
     * @param row expression that shows one row
     */
    record Look(String table, String row) {}

    /** The same tables after another statement. */
    Tables changedBy(String statement) {
        return new Tables(sql + statement, looks);
    }
}
