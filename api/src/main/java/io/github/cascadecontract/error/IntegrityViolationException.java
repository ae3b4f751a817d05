package io.github.cascadecontract.error;

import io.github.cascadecontract.rule.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database refused a statement because of a constraint (rule TX-2). */
public final class IntegrityViolationException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /** Which kind of constraint was violated. */
    public enum Kind {
        /** A NOT NULL column would become NULL (SQLSTATE 23502). */
        NOT_NULL,
        /** A foreign key would refer to nothing (SQLSTATE 23503, 23001). */
        FOREIGN_KEY,
        /** A unique key would hold a value twice (SQLSTATE 23505). */
        UNIQUE,
        /** Any other constraint (SQLSTATE class 23). */
        OTHER
    }

    private final Kind kind;
    private final @Nullable String table;
    private final @Nullable String constraint;

    /**
     * Reports a violation.
     *
     * @param violation what is known about it
     * @param cause what the driver or provider said
     */
    public IntegrityViolationException(Violation violation, @Nullable Throwable cause) {
        super(Rule.TX_2, violation.relation(), violation.message(), cause);
        this.kind = violation.kind();
        this.table = violation.table();
        this.constraint = violation.constraint();
    }

    /** The kind of constraint. */
    public Kind kind() {
        return kind;
    }

    /** The table whose constraint was violated, if the database told. */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }

    /** The column (for NOT NULL) or the constraint, if the database told. */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }

    /**
     * What the database told about a violated constraint.
     *
     * @param kind the kind of constraint
     * @param table the table, or null if not told
     * @param constraint the column (NOT NULL) or constraint, or null if not told
     * @param relation the relation over that key such as {@code User.posts}, or null if none is known
     */
    public record Violation(
            Kind kind,
            @Nullable String table,
            @Nullable String constraint,
            @Nullable String relation) {
        String message() {
            StringBuilder text =
                    new StringBuilder("Constraint of kind ").append(kind).append(" violated");
            if (table != null) text.append(", table ").append(table);
            if (constraint != null)
                text.append(kind == Kind.NOT_NULL ? ", column " : ", constraint ")
                        .append(constraint);
            if (relation != null) text.append(", relation ").append(relation);
            return text.append(" (")
                    .append(Rule.TX_2.id())
                    .append("). ")
                    .append(remedy())
                    .toString();
        }

        private String remedy() {
            return switch (kind) {
                case NOT_NULL ->
                    relation == null
                            ? "Give the column a value."
                            : "Give the child a parent, let the relation cascade REMOVE or remove orphans, or let the key be NULL.";
                case FOREIGN_KEY ->
                    "Remove or move the referring rows first: let the relation cascade REMOVE, or give the key ON DELETE CASCADE.";
                case UNIQUE -> "Another row has this value: change or remove it and flush first.";
                case OTHER -> "Change the values that the constraint refuses.";
            };
        }
    }
}
