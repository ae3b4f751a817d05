package io.github.cascadecontract.rule;

/** What happens to a child that loses its parent. */
final class OrphanRules {
    static final RuleText ORP_1 =
            must("A child taken out of its relation is an orphan: removed, or its key set to NULL.")
                    .details("""
                    Under orphanRemoval it is removed at the flush with everything below it, also when its parent is removed \
                    in the same flush; without, its key becomes NULL, which is an integrity violation where the key is NOT \
                    NULL. Taken out means: removed from the collection, missing in a collection that was put in its place, \
                    or replaced in a one-to-one. A null reference or a null collection of a managed entity takes all out.""")
                    .because("Editing a list should be all it takes to edit the rows.")
                    .see(SqlAlchemy.DELETE_ORPHAN, SqlAlchemy.NOTES_ON_DELETE, Jakarta.RELATIONSHIPS);

    static final RuleText ORP_2 = must("Setting the back reference to null is the same as leaving the relation.")
            .details("""
                    Whether or not the parent is in memory. In a tree under orphanRemoval a node therefore never becomes a \
                    root by having its parent set to null.""")
            .because("The outcome must not depend on what happens to be loaded.")
            .see(SqlAlchemy.DELETE_ORPHAN, SqlAlchemy.BIDIRECTIONAL, Jakarta.RELATIONSHIPS);

    static final RuleText ORP_3 = must("A child that has another parent over the same key is moved, never removed.")
            .details("""
                    One UPDATE and no DELETE. Neither the order of the calls nor what was loaded makes a difference.""")
            .because("Dragging a card from one column to the next must not delete the card.")
            .see(SqlAlchemy.DELETE_ORPHAN, Jakarta.RELATIONSHIPS);

    static final RuleText ORP_4 = must("PassiveDeletes never changes what happens to an orphan.")
            .details("Orphans are always handled by the client, with or without an inverse side.")
            .because("Passive settings are about the removal of parents; a parent that stays fires no ON DELETE.")
            .see(SqlAlchemy.PARAMETER_PASSIVE_DELETES, SqlAlchemy.DELETE_ORPHAN);

    static final RuleText ORP_5 = must("A pending orphan is not written.")
            .details("""
                    Nothing else leaves with it. Without orphanRemoval it is written without a parent if it was persisted; \
                    if nobody persisted it and no managed entity holds it, it was never managed.""")
            .because("What was added and taken back before anything was sent never happened.")
            .see(SqlAlchemy.SAVE_UPDATE, SqlAlchemy.DELETE_ORPHAN, Jakarta.RELATIONSHIPS);

    static final RuleText ORP_6 = must("A child with several orphan-removing owners goes when one lets go.")
            .details("The owners hold it over different keys.")
            .because("""
                    Each owner was promised that the child does not outlive the tie to it; more owners do not weaken the \
                    promise.""")
            .see(SqlAlchemy.DELETE_ORPHAN, SqlAlchemy.PARAMETER_SINGLE_PARENT);

    static final RuleText ORP_7 = must("A replaced child gives way before the new one is written.")
            .details("""
                    A unique key therefore never stands in the way. In one table a DELETE goes before an INSERT unless a row \
                    that stays must first move to the inserted one. A new entity with the id of a removed one is a DELETE \
                    and then an INSERT. Swapped unique keys stay a unique violation.""")
            .because("""
                    Replacing the one profile of a user is an everyday form, and its order of statements is not the concern \
                    of the one who wrote it.""")
            .see(SqlAlchemy.FLUSHING, Jakarta.SYNCHRONIZATION);

    static final RuleText ORP_8 = must("An entity removed by an earlier flush is refused when it is used again.")
            .details("""
                    Either at once, when it is persisted, or at the next flush, when a relation holds it again. A new object \
                    with its id is welcome.""")
            .because("""
                    An object whose row is gone looks alive; using it again is a mistake that should be told where it is \
                    made.""")
            .see(SqlAlchemy.OBJECT_STATES, Jakarta.RELATIONSHIPS, Jakarta.PERSISTING);

    static final RuleText ORP_9 = must("Loading a relation never flushes.")
            .details("So what a collection shows between two flushes is what was loaded and what was done to it.")
            .because("""
                    Between taking a child out and putting it in elsewhere there is a moment in which nobody may look; \
                    reading a list must not pick that moment to delete.""")
            .see(SqlAlchemy.FLUSHING, Jakarta.QUERIES_AND_FLUSH);

    private OrphanRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.ORPHANS, sentence);
    }
}
