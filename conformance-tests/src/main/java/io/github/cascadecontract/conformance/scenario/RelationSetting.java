package io.github.cascadecontract.conformance.scenario;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.mapping.RelationKind;
import jakarta.persistence.CascadeType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relation of a scenario, in the words of Jakarta Persistence.
 *
 * @param entity the entity that has the attribute
 * @param attribute its name
 * @param kind the kind as mapped: a recorded many-to-one whose inverse is a one-to-one is a one-to-one
 * @param target the entity at the other end
 * @param over name of the foreign key ({@code posts.user_id}), or of the link table
 * @param holdsKey whether the foreign key is a column of the entity's own table
 * @param inverse name of the attribute at the other end over the same key, or null
 * @param cascade what it cascades
 * @param orphans what happens to a child that loses its parent
 * @param passiveDeletes who removes children that are not loaded; null if nothing is said
 */
public record RelationSetting(
        String entity,
        String attribute,
        RelationKind kind,
        String target,
        String over,
        boolean holdsKey,
        @Nullable String inverse,
        Set<CascadeType> cascade,
        Orphans orphans,
        PassiveDeletes.@Nullable Mode passiveDeletes) {
    /** Settings about losing and having owners. */
    public enum Orphans {
        /** Nothing is set. */
        NONE(false, false),
        /** At most one owner. */
        SINGLE_PARENT(false, true),
        /** Removed without an owner. */
        REMOVED(true, false),
        /** At most one owner, and removed without it. */
        REMOVED_SINGLE_PARENT(true, true);

        private final boolean removal;
        private final boolean singleParent;

        Orphans(boolean removal, boolean singleParent) {
            this.removal = removal;
            this.singleParent = singleParent;
        }

        /** Returns whether orphans are removed. */
        public boolean removal() {
            return removal;
        }

        /** Returns whether there is at most one owner. */
        public boolean singleParent() {
            return singleParent;
        }
    }

    /** Keeps an immutable copy. */
    public RelationSetting {
        cascade = Set.copyOf(cascade);
    }

    /** Returns entity and attribute, such as {@code User.posts}. */
    public String name() {
        return entity + "." + attribute;
    }

    /** Returns the table that holds the key: that of one of the entities, or the link table. */
    public String table() {
        int dot = over.indexOf('.');
        return dot < 0 ? over : over.substring(0, dot);
    }

    /** Returns whether the attribute is a collection. */
    public boolean isCollection() {
        return kind == RelationKind.ONE_TO_MANY || kind == RelationKind.MANY_TO_MANY;
    }

    /** Returns whether this is a one-to-one whose key is at the other end. */
    public boolean isInverseOneToOne() {
        return kind == RelationKind.ONE_TO_ONE && !holdsKey;
    }
}
