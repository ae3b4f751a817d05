package io.github.cascadecontract.report;

import java.util.List;

/**
 * What foreign keys did with their {@code ON DELETE} actions. The database does not tell it; what is known is known from
 * elsewhere, and the type says from where.
 */
public sealed interface DatabaseRows {
    /** Nothing, for certain: the flush deleted no row, so that no key had anything to do. */
    record None() implements DatabaseRows {
        @Override
        public String toString() {
            return "nothing";
        }
    }

    /**
     * Nobody has counted.
     *
     * @param reason one clause
     */
    record Unknown(String reason) implements DatabaseRows {
        @Override
        public String toString() {
            return "unknown, " + reason;
        }
    }

    /**
     * Counted before the flush by plans of entities that the flush then removed. What others wrote in between is not in it.
     *
     * @param rows by table, in the order of the plans; none if the plans say that the database has nothing to do
     * @param plans which plans, such as {@code User 1}
     * @param notes what limits the estimate: what the plans could not count, where the flush deleted other rows than they
     *     said, and keys that were changed since; usually empty
     */
    record Estimated(List<EstimatedRows> rows, List<String> plans, List<String> notes) implements DatabaseRows {
        /** Keeps immutable copies. */
        public Estimated {
            rows = List.copyOf(rows);
            plans = List.copyOf(plans);
            notes = List.copyOf(notes);
        }

        /** Why it is an estimate, one clause. */
        public String reason() {
            return "counted by the plan of %s before the flush".formatted(String.join(" and of ", plans));
        }

        /** Rows of one table; none if the plans do not reach it. */
        public EstimatedRows table(String table) {
            return rows.stream()
                    .filter(estimated -> estimated.table().equals(table))
                    .findFirst()
                    .orElse(new EstimatedRows(table, 0, 0));
        }

        @Override
        public String toString() {
            return "estimated, " + reason();
        }
    }
}
