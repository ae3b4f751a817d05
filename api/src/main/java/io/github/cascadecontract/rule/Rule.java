package io.github.cascadecontract.rule;

/** The rules that this library enforces, with the sentence that a report or an error shows. */
public enum Rule {
    DEC_1("A relation without a cascade setting cascades nothing."),
    DEC_2("orphanRemoval contains REMOVE."),
    DEC_3("PassiveDeletes ALL does not go together with REMOVE or orphanRemoval."),
    DEC_4("A relation marked single-parent gives a child at most one owner."),
    DEC_5("A contract is refused with all its problems at once."),
    DEC_6("PassiveDeletes belongs on a relation whose key is on the other side."),
    PER_1("New entities are reached over PERSIST relations at persist and at flush."),
    PER_2("A managed entity must not refer to a new entity outside PERSIST."),
    PER_3("Only the side that is changed counts; two sides must not name two parents."),
    PER_4("Persist of a detached entity is refused."),
    PER_5("A collection must not hold null."),
    REM_1("The client handles children that it must or has loaded; the foreign key decides on the rest."),
    REM_2("Rows left to the database are never selected."),
    REM_3("Removal is transitive with each level's own setting."),
    REM_4("Removing a new entity takes it and its pending children out."),
    REM_5("Pending children of a removed parent follow it."),
    REM_6("Persist of an entity marked for removal cancels the removal as a whole."),
    REM_7("A child moved to another parent survives the removal of the old one."),
    REM_8("REMOVE on many-to-one removes the parent after the child; an orphan never takes its parent along."),
    REM_9("Rows that refer to each other are removed or inserted with a nullable key set to NULL first."),
    ORP_1("A child taken out of its relation is an orphan: removed, or its key set to NULL."),
    ORP_2("Setting the back reference to null is the same as leaving the relation."),
    ORP_3("A child that has another parent over the same key is moved, never removed."),
    ORP_4("PassiveDeletes never changes what happens to an orphan."),
    ORP_5("A pending orphan is not written."),
    ORP_6("A child with several orphan-removing owners goes when one lets go."),
    ORP_7("A replaced child gives way before the new one is written."),
    ORP_8("An entity removed by an earlier flush is refused when it is used again."),
    ORP_9("Loading a relation never flushes."),
    M2M_1("Removing an end that maps a many-to-many removes its link rows and keeps the far side."),
    M2M_2("REMOVE on many-to-many removes the far entities too."),
    M2M_3("Changing a many-to-many inserts and deletes exactly the difference."),
    TX_1("After an error only rollback and close are accepted."),
    TX_2("A commit that fails leaves nothing behind and names kind, table and constraint."),
    TX_3("An UPDATE of a row that is gone is stale; a DELETE of such a row is done."),
    SES_1("After flush no managed entity stands for a row that a cascade removed.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The identifier as documents write it, such as {@code REM-7}. */
    public String id() {
        return name().replace('_', '-');
    }

    /** What the rule asks, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
