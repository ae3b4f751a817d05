package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key from a child's table to its parent's table, and the relations mapped over it: one on the child's side, one
 * on the parent's side, or both (a pair). Its child and parent may be entities of a subtype. Compared by identity; a
 * contract holds each key once.
 */
public final class ForeignKey {
    private final EntityModel child;
    private final EntityModel parent;
    private final List<String> columns;
    private final List<String> referencedColumns;
    private final boolean nullable;
    private final boolean unique;
    private final @Nullable ReferentialAction onDelete;
    private @Nullable Relation childSide;
    private @Nullable Relation parentSide;

    ForeignKey(EntityModel child, EntityModel parent, Linker.KeyFacts facts) {
        this.child = child;
        this.parent = parent;
        this.columns = facts.columns().columns();
        this.referencedColumns = facts.columns().referencedColumns();
        this.nullable = facts.columns().nullable();
        this.unique = facts.columns().unique();
        this.onDelete = facts.onDelete();
    }

    /** The entity whose table holds the key: the one that declares it, where entities extend each other. */
    public EntityModel child() {
        return child;
    }

    /** The entity that the key refers to. */
    public EntityModel parent() {
        return parent;
    }

    /** The table that holds the key. */
    public TableName table() {
        return child.mapping().table();
    }

    /** The key's column names in the order of the parent's id columns, at least one. */
    public List<String> columns() {
        return columns;
    }

    /** The id columns that the key refers to, in the parent's table. */
    public List<String> referencedColumns() {
        return referencedColumns;
    }

    /** Whether the key may be NULL. */
    public boolean isNullable() {
        return nullable;
    }

    /** Whether the mapping says that the key is unique. */
    public boolean isUnique() {
        return unique;
    }

    /** The declared {@code ON DELETE} action, empty if the mapping says nothing. */
    public Optional<ReferentialAction> onDelete() {
        return Optional.ofNullable(onDelete);
    }

    /** The many-to-one or owning one-to-one, null if the child has no attribute for its parent. */
    public @Nullable Relation childSide() {
        return childSide;
    }

    /** The one-to-many or inverse one-to-one, null if the parent has no attribute for its children. */
    public @Nullable Relation parentSide() {
        return parentSide;
    }

    /** Whether a parent has at most one child over this key. */
    public boolean isOneToOne() {
        return parentSide != null && !parentSide.isCollection();
    }

    void attach(Relation relation) {
        if (relation.keySide() == KeySide.SOURCE) childSide = relation;
        else parentSide = relation;
    }

    @Override
    public String toString() {
        return table() + columns.toString();
    }
}
