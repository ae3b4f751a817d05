package io.github.cascadecontract.removal;

/**
 * How many rows of one table a removal touches, by layer.
 *
 * @param deletedByClient rows deleted by statements of the unit of work
 * @param updatedByClient rows whose key statements of the unit of work set to NULL
 * @param deletedByDatabase rows deleted by {@code ON DELETE CASCADE}
 * @param updatedByDatabase rows changed by {@code ON DELETE SET NULL} or {@code SET DEFAULT}
 */
public record RowTotals(long deletedByClient, long updatedByClient, long deletedByDatabase, long updatedByDatabase) {
    /** No rows. */
    public static final RowTotals NONE = new RowTotals(0, 0, 0, 0);

    static RowTotals of(PlannedRows planned) {
        long rows = planned.rows().orElse(0);
        long deleted = planned.effect().deletes() ? rows : 0;
        long updated = planned.effect().updates() ? rows : 0;
        if (planned.actor().isClient()) return new RowTotals(deleted, updated, 0, 0);
        return planned.actor() == Actor.DATABASE ? new RowTotals(0, 0, deleted, updated) : NONE;
    }

    /** The sum of both. */
    public RowTotals plus(RowTotals other) {
        return new RowTotals(
                deletedByClient + other.deletedByClient,
                updatedByClient + other.updatedByClient,
                deletedByDatabase + other.deletedByDatabase,
                updatedByDatabase + other.updatedByDatabase);
    }
}
