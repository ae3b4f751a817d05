package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.mapping.JoinTableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table between the two ends of a many-to-many, seen from the owning relation. Compared by identity. */
public final class LinkTable {
    private final Relation owner;
    private final JoinTableMapping mapping;
    private @Nullable ReferentialAction onDelete;

    LinkTable(Relation owner, JoinTableMapping mapping) {
        this.owner = owner;
        this.mapping = mapping;
        this.onDelete = owner.mapping().onDelete();
    }

    /** The table. */
    public TableName table() {
        return mapping.table();
    }

    /** The relation that declares the table; of two that both declare it (neither has {@code mappedBy}) the first. */
    public Relation owner() {
        return owner;
    }

    /** The columns that refer to the entity of the given end, in the order of its id columns. */
    public List<String> columnsOf(Relation end) {
        return end == owner ? mapping.sourceColumns() : mapping.targetColumns();
    }

    /** The columns that refer to the target of the given end, in the order of its id columns. */
    public List<String> columnsOfTarget(Relation end) {
        return end == owner ? mapping.targetColumns() : mapping.sourceColumns();
    }

    /** The declared {@code ON DELETE} action of both keys, empty if the mapping says nothing. */
    public Optional<ReferentialAction> onDelete() {
        return Optional.ofNullable(onDelete);
    }

    /** What only one of two declaring relations says holds for both. */
    void alsoDeclaredBy(Relation other) {
        if (onDelete == null) onDelete = other.mapping().onDelete();
    }
}
