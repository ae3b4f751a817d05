package io.github.cascadecontract.finding;

import static io.github.cascadecontract.finding.FindingText.warning;

/** It works, but it will be slow, surprising, or lose what somebody may rely on. */
final class WarningTexts {
    static final FindingText ON_DELETE_MISDECLARED = warning(
                    "The mapping declares another ON DELETE action than the database has; today the client acts before the key does.")
            .hurts(
                    "The day the relation becomes passive, or plain SQL deletes a parent, something else happens than is written.")
            .mend("Change the key, or @OnDelete.");

    static final FindingText MISSING_FOREIGN_KEY = warning("A mapped key has no foreign key in the database.")
            .hurts("Plain SQL, and an entity that does not know the relation, leave children that refer to nothing.")
            .mend("Add the foreign key, or say @ForeignKey(NO_CONSTRAINT) if there shall be none.");

    static final FindingText NOT_VALIDATED_KEY = warning(
                    "The foreign key is NOT VALID: rows that were there before it were never looked at.")
            .hurts("Rows that refer to nothing may be left; no cascade ever finds them.")
            .mend("Validate the constraint.");

    static final FindingText DUPLICATE_FOREIGN_KEY = warning("Two foreign keys stand on the same columns.")
            .hurts(
                    "Each write is checked twice, and with different actions the order of names decides what a removal does.")
            .mend("Drop the one with the wrong action.");

    static final FindingText KEY_WITHOUT_INDEX = warning(
                    "No index begins with the columns of a key whose parents are removed or whose children are loaded by it.")
            .hurts(
                    "Each removal of a parent reads the whole table of the children, each removed parent again; so does loading the children.")
            .mend("Create the index. A composite one will do if the key's columns lead; a partial one will not.");

    static final FindingText MISSING_UNIQUE_KEY = warning(
                    "The mapping says that a key is unique (one-to-one, unique, @SingleParent), the database does not.")
            .hurts(
                    "Two rows can get in by concurrent transactions; then one is removed and the other blocks or is left.")
            .mend("Create a unique index.");

    static final FindingText ID_NOT_UNIQUE = warning(
                    "No primary key and no unique index stands on the columns of the id.")
            .hurts("Two rows can have one id; the contract removes both, and no foreign key can refer to them.")
            .mend("Add the primary key.");

    static final FindingText KEY_TYPE_DIFFERS = warning(
                    "The key's column has another type than the column it refers to.")
            .hurts("Ids do not fit, or comparing them costs a conversion that no index serves.")
            .mend("Change the type of the key's column.");

    static final FindingText OUTCOME_DEPENDS_ON_LOADING = warning(
                    "A passive relation without REMOVE over a key with ON DELETE CASCADE or SET DEFAULT.")
            .hurts("Loaded children get the key NULL, unloaded ones go or get the default.")
            .mend("Give the key ON DELETE SET NULL, let the relation cascade REMOVE, or use PassiveDeletes ALL.");

    static final FindingText REMOVE_ON_MANY_TO_MANY = warning("REMOVE on a many-to-many.")
            .hurts("Removing one end removes the far entities, also those that others share.")
            .mend("Take REMOVE (and ALL) off; link rows are removed anyway. Or say @SingleParent.");

    static final FindingText REMOVE_ON_MANY_TO_ONE = warning("REMOVE on a many-to-one.")
            .hurts("Removing one child removes the parent that its siblings share.")
            .mend("Take REMOVE (and ALL) off, or say @SingleParent.");

    static final FindingText CASCADE_CYCLE = warning("Tables remove each other's rows in a circle.")
            .hurts("Removing one row may remove rows that refer to it only round the circle, in both tables.")
            .mend("Let one of the keys SET NULL or have NO ACTION, and its relation no REMOVE.");

    static final FindingText CASCADE_SKIPS_CALLBACKS = warning(
                    "Rows of an entity with @PreRemove, @PostRemove or Envers' @Audited are removed without being read.")
            .hurts("The callback is not called, and no revision is written, for these rows.")
            .mend(
                    "Let the client remove them (PassiveDeletes OFF, and no ON DELETE CASCADE from an unmapped side), or do the work in a trigger.");

    static final FindingText CASCADE_LEAVES_CACHE = warning(
                    "Rows of an entity in the second-level cache are removed without being read.")
            .hurts("The cache still holds them: another unit of work finds entities that have no row.")
            .mend("Take the entity out of the cache, evict after such removals, or let the client remove them.");

    static final FindingText UNMAPPED_CASCADE = warning(
                    "A foreign key that the mapping does not know removes rows by ON DELETE CASCADE.")
            .hurts(
                    "A removal deletes rows that the contract does not know of; managed entities stay without a row, and protection (PRO-1) does not see them.")
            .mend("Map the key, or give it NO ACTION or SET NULL.");

    static final FindingText SET_DEFAULT_WITHOUT_DEFAULT = warning(
                    "The key says ON DELETE SET DEFAULT, and its column has no default.")
            .hurts("The key becomes NULL.")
            .mend("Give the column a default, or say SET NULL.");

    private WarningTexts() {}
}
