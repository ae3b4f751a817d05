package io.github.cascadecontract.mapping;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import jakarta.persistence.CascadeType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One relation as its annotations declare it.
 *
 * @param attribute the attribute, nested where it belongs to an embeddable
 * @param kind the kind of relation
 * @param target class of the other end
 * @param mappedBy attribute of the other end that holds the key, empty if this side owns the relation
 * @param settings the cascade settings
 * @param joinColumns the key columns, null if another side or a link table holds the key
 * @param joinTable the link table, null unless this is an owning many-to-many
 * @param onDelete the declared foreign key action, null if nothing is said
 * @param isLazy whether the value is loaded on first use
 * @param isPartOfId whether the key is a part of the child's id ({@code @MapsId}, {@code @Id}); then it cannot change
 * @param collection what kind of collection it is, null for a single-valued relation
 */
public record RelationMapping(
        Attribute attribute,
        RelationKind kind,
        Class<?> target,
        String mappedBy,
        Settings settings,
        @Nullable JoinColumns joinColumns,
        @Nullable JoinTableMapping joinTable,
        @Nullable ReferentialAction onDelete,
        boolean isLazy,
        boolean isPartOfId,
        @Nullable CollectionMapping collection) {

    /** This relation with other settings. */
    public RelationMapping with(Settings changed) {
        return new RelationMapping(
                attribute,
                kind,
                target,
                mappedBy,
                changed,
                joinColumns,
                joinTable,
                onDelete,
                isLazy,
                isPartOfId,
                collection);
    }

    /**
     * The cascade settings of one relation.
     *
     * @param cascade cascaded operations, with ALL already spread out
     * @param orphanRemoval whether a child that loses its parent is removed
     * @param singleParent whether a child has at most one owner
     * @param passiveDeletes who removes children that are not loaded, null if nothing is said (then OFF)
     */
    public record Settings(
            Set<CascadeType> cascade,
            boolean orphanRemoval,
            boolean singleParent,
            PassiveDeletes.@Nullable Mode passiveDeletes) {
        /** Keeps an immutable copy. */
        public Settings {
            cascade = Set.copyOf(cascade);
        }
    }
}
