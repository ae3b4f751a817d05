package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.Relation;

/** Who handles the children of what is removed: the table of rule REM-1. */
enum Handling {
    /** The client, with what is in memory. */
    LOADED,
    /** The client, after it selected them. */
    SELECTED,
    /** The client, by statements that select nothing. */
    SET_BASED,
    /** The foreign key. */
    DATABASE;

    /** Of children that are not in memory. */
    static Handling ofUnread(Relation relation, SetBased setBased) {
        return switch (relation.passiveDeletes()) {
            case ON, ALL -> DATABASE;
            case OFF -> SELECTED;
            case SET_BASED -> setBased.isPossible(relation) ? SET_BASED : SELECTED;
        };
    }

    /** Of children that only a detached parent could load: they are not selected. */
    static Handling ofUnreachable(Relation relation) {
        return relation.passiveDeletes() == Mode.SET_BASED ? SET_BASED : DATABASE;
    }

    /** Of children of rows that a set statement handles: it does not matter what is in memory. */
    static Handling ofSet(Relation relation) {
        return isLeftToDatabase(relation) ? DATABASE : SET_BASED;
    }

    /** Whether the link rows of a many-to-many that is not loaded are left to the foreign key (rule M2M-1). */
    static boolean isLeftToDatabase(Relation relation) {
        return relation.passiveDeletes() == Mode.ON || relation.passiveDeletes() == Mode.ALL;
    }
}
