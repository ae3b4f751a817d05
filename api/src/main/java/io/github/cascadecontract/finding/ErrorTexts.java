package io.github.cascadecontract.finding;

import static io.github.cascadecontract.finding.FindingText.error;

/** A removal will fail, or do something else than the contract says. */
final class ErrorTexts {
    static final FindingText PASSIVE_WITHOUT_CASCADE = error(
                    "A relation leaves unloaded children to the database, and the action of its key is not the right one.")
            .hurts("The removal fails as long as there are such children, or leaves them behind without a parent.")
            .mend(
                    "Give the key ON DELETE CASCADE. Without REMOVE, SET NULL and SET DEFAULT are right as well. Or take @PassiveDeletes off.");

    static final FindingText PASSIVE_WITHOUT_FOREIGN_KEY = error(
                    "A relation leaves unloaded children to the database, or declares an action, and there is no foreign key.")
            .hurts("Children stay behind and refer to a row that is gone.")
            .mend("Add the foreign key with its action.");

    static final FindingText ON_DELETE_DIFFERS = error(
                    "The mapping declares another ON DELETE action than the database has, and the key decides what happens.")
            .hurts("Rows stay, go or block a removal otherwise than the contract says.")
            .mend("Change the key, or @OnDelete.");

    static final FindingText NULLING_NOT_NULL_KEY = error(
                    "A relation without REMOVE sets the key of its children to NULL, and the key must not be NULL.")
            .hurts("The removal of a parent that has children fails.")
            .mend(
                    "Let the relation cascade REMOVE or remove orphans, leave it to the database with PassiveDeletes ALL, or let the key be NULL.");

    static final FindingText SET_NULL_ON_NOT_NULL_KEY = error(
                    "The key says ON DELETE SET NULL, or SET DEFAULT without a default, and must not be NULL.")
            .hurts("The removal of a parent that has children fails.")
            .mend("Change the action, or let the key be NULL.");

    static final FindingText BLOCKED_BELOW_CASCADE = error(
                    "The database removes rows of an entity, and a key below them, which the client would handle, does not cascade.")
            .hurts(
                    "Nobody handles the lower rows: the removal fails, or keeps rows that the relation says to remove (REM-3).")
            .mend("Give the lower key ON DELETE CASCADE too, or let the client handle the upper level.");

    static final FindingText CASCADE_LEAVES_ROOT_ROW = error(
                    "A key with ON DELETE CASCADE stands in the table of a subclass under JOINED inheritance.")
            .hurts("The database deletes the row of the subclass and leaves that of its superclass.")
            .mend("Take @PassiveDeletes off, or declare the relation in the topmost class.");

    static final FindingText CASCADE_INTO_PROTECTED = error(
                    "A key with ON DELETE CASCADE, or a relation with REMOVE, leads to the rows of a @Protected entity.")
            .hurts(
                    "A removal is refused where the contract sees the keys (PRO-1). Where it does not, and for plain SQL, the rows are deleted.")
            .mend("Give the key NO ACTION, or SET NULL if the rows shall outlive what they refer to; take REMOVE off.");

    static final FindingText MISSING_TABLE = error("A mapped table is not there.")
            .hurts("Whatever touches the entity fails.")
            .mend("Create the table, name it rightly, or name its schema.");

    static final FindingText MISSING_COLUMN = error("A mapped column is not there.")
            .hurts("Whatever touches the entity fails.")
            .mend("Add the column, or name it rightly.");

    private ErrorTexts() {}
}
