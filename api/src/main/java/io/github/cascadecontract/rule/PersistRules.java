package io.github.cascadecontract.rule;

/** How new entities are found and written. */
final class PersistRules {
    static final RuleText PER_1 = must("New entities are reached over PERSIST relations at persist and at flush.")
            .details("""
                    A flush starts from every managed entity. Parents are written before their children. The walk makes new \
                    entities managed and does nothing else: it never cancels a removal and never enters a detached entity. \
                    What nobody persisted and no managed entity holds at the flush is not written.""")
            .because("""
                    A graph is saved by saving its root, and a list that still holds a removed entity does not bring it back \
                    to life.""")
            .see(SqlAlchemy.SAVE_UPDATE, SqlAlchemy.BIDIRECTIONAL, Jakarta.PERSISTING, Jakarta.SYNCHRONIZATION);

    static final RuleText PER_2 = must("A managed entity must not refer to a new entity outside PERSIST.")
            .details("""
                    It is an error before any statement. A reference to a removed entity is left to the rule of the key; one \
                    to a detached entity stands for its row.""")
            .because("Data that was typed in and silently left out is lost data.")
            .see(SqlAlchemy.SAVE_UPDATE, Jakarta.SYNCHRONIZATION);

    static final RuleText PER_3 = must("Only the side that is changed counts; two sides must not name two parents.")
            .details("""
                    A child added to a collection gets its back reference. A child whose back reference is set needs no \
                    entry in the collection, and in a one-to-one it replaces the old one. If both sides changed and name two \
                    different parents, it is an error before any statement. A null back reference is no parent: the \
                    collection that gained the child wins. Only the net change between two flushes counts: put in and taken \
                    out again is no change.""")
            .because("""
                    Half of all mapping code keeps two sides of one key in step by hand; forgetting one side should cost \
                    nothing, and contradicting oneself should be told.""")
            .see(SqlAlchemy.BIDIRECTIONAL, Jakarta.RELATIONSHIPS, Jakarta.SYNCHRONIZATION);

    static final RuleText PER_4 = must("Persist of a detached entity is refused.")
            .details("""
                    An entity is known to be detached by a generated id, by a version, or by having been managed before. \
                    Otherwise the database answers with a unique violation.""")
            .because("""
                    Whether the row or the object wins is a question for merge; a second INSERT of an existing row is never \
                    the answer.""")
            .see(SqlAlchemy.OBJECT_STATES, Jakarta.PERSISTING);

    static final RuleText PER_5 = must("A collection must not hold null.")
            .details("It is refused at the flush, with the name of the relation.")
            .because("""
                    A hole in a list is a mistake of the program, and the error should name the list instead of surfacing as \
                    a null pointer inside a provider.""")
            .see(SqlAlchemy.FLUSHING);

    private PersistRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.PERSIST, sentence);
    }
}
