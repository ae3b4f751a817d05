package io.github.cascadecontract.rule;

/** What happens below an entity that is removed. */
final class RemovalRules {
    static final RuleText REM_1 =
            must("The client handles children that it must or has loaded; the foreign key decides on the rest.")
                    .details("""
                    For one-to-many and one-to-one alike: the client acts where PassiveDeletes is not ALL and the relation \
                    is loaded, or where it is OFF or SET_BASED; under OFF it reads unloaded children first, under SET_BASED \
                    it handles them with statements over whole sets. The client removes children under REMOVE and sets their \
                    keys to NULL without; the database does what the key says. A NOT NULL key that would become NULL and a \
                    row that NO ACTION or RESTRICT protects are integrity violations.""")
                    .because("""
                    Who removes a child must be readable from the mapping, not from the chance of what was loaded before.""")
                    .see(SqlAlchemy.DELETE, SqlAlchemy.ON_DELETE, Jakarta.REMOVAL, Jakarta.FOREIGN_KEY);

    static final RuleText REM_2 = must("Rows left to the database are never selected.")
            .details("""
                    Unless they are managed already. The number of statements does not grow with the number of such rows.""")
            .because("Removing a customer with a million orders should cost as much as removing one with none.")
            .see(SqlAlchemy.ON_DELETE, SqlAlchemy.PARAMETER_PASSIVE_DELETES, Jakarta.LOAD_STATE);

    static final RuleText REM_3 = must("Removal is transitive with each level's own setting.")
            .details("""
                    A level below one that is left to the database is left to it too. A row that one path removes and \
                    another only nulls is removed.""")
            .because("""
                    Every relation is understood by itself; a tree is nothing but its relations one after the other.""")
            .see(SqlAlchemy.DELETE, SqlAlchemy.NOTES_ON_DELETE, Jakarta.REMOVAL);

    static final RuleText REM_4 = must("Removing a new entity takes it and its pending children out.")
            .details("""
                    Removing twice is removing once. Removing an entity that was never persisted is no error. Removing a \
                    detached entity works through the unit of work and reaches what it has loaded, at every level.""")
            .because("A service that removes should not have to ask first in which state its argument is.")
            .see(SqlAlchemy.OBJECT_STATES, SqlAlchemy.DELETING, Jakarta.REMOVAL);

    static final RuleText REM_5 = must("Pending children of a removed parent follow it.")
            .details("""
                    Under REMOVE they are never inserted. Without REMOVE they are treated like loaded ones: written with a \
                    NULL key by the client, or written and left to the foreign key. A child moved to a parent that the same \
                    flush removes is a child of that parent like any other.""")
            .because("An INSERT that the same flush has to undo, or that fails on the key, helps nobody.")
            .see(SqlAlchemy.DELETE, Jakarta.REMOVAL);

    static final RuleText REM_6 = must("Persist of an entity marked for removal cancels the removal as a whole.")
            .details("""
                    With it goes what the removal had marked over REMOVE. A child removed by a call of its own stays \
                    removed.""")
            .because("An undo that keeps the parent and still removes its children is worse than none.")
            .see(SqlAlchemy.OBJECT_STATES, Jakarta.PERSISTING);

    static final RuleText REM_7 = must("A child moved to another parent survives the removal of the old one.")
            .details("Whatever was loaded, in any order of calls, with or without an inverse side.")
            .because("""
                    Move everything, then remove the empty parent, is the most common clean-up there is, and it must not \
                    cost a row.""")
            .see(SqlAlchemy.DELETE_ORPHAN, SqlAlchemy.NOTES_ON_DELETE, Jakarta.RELATIONSHIPS);

    static final RuleText REM_8 =
            must("REMOVE on many-to-one removes the parent after the child; an orphan never takes its parent along.")
                    .details("Siblings follow the rule of the parent's own relation.")
                    .because("""
                    A removal may climb only where the mapping says so, and a list item that was struck out never takes the \
                    whole order with it.""")
                    .see(SqlAlchemy.ON_DELETE, SqlAlchemy.PARAMETER_SINGLE_PARENT, Jakarta.RELATIONSHIPS);

    static final RuleText REM_9 =
            must("Rows that refer to each other are removed or inserted with a nullable key set to NULL first.")
                    .details("""
                    This holds for rows that refer to themselves, too. If every key of the circle is NOT NULL, it is \
                    refused. A row that refers to a removed one and stays keeps the say of its foreign key.""")
                    .may("An adapter may open a circle with any number of UPDATEs.")
                    .because("A user with a favourite post is an ordinary model and should not need a special setting.")
                    .see(SqlAlchemy.MUTUALLY_DEPENDENT_ROWS, SqlAlchemy.PARAMETER_POST_UPDATE);

    private RemovalRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.REMOVAL, sentence);
    }
}
