package io.github.cascadecontract.rule;

/** How a given graph reaches the managed one. */
final class MergeRules {
    static final RuleText MER_1 = must("Merge copies values to the managed entity; an unchanged one sends nothing.")
            .details("A given entity without a row is inserted.")
            .because("Saving a form that nobody edited should not raise versions or fire triggers.")
            .see(SqlAlchemy.MERGING, SqlAlchemy.MERGE, Jakarta.MERGING);

    static final RuleText MER_2 =
            must("A null collection is not given, an empty one means none; a null reference means none.")
                    .details("""
                    A collection that is not given is left alone. An empty one, or one in which a child is missing, is ORP-1 \
                    for those that are not in it. An unloaded reference is not given. The back reference of a child to the \
                    parent that it is given under is not read: merge sets it.""")
                    .because("""
                    The difference between not sent and sent empty is the difference between keeping and losing all children \
                    of a PUT.""")
                    .see(SqlAlchemy.MERGING, Jakarta.MERGING);

    static final RuleText MER_3 = must("Merge with only(...) copies the named attributes and relations alone.")
            .details("""
                    The rest is not given. Names are paths such as `posts.title`; a relation named alone brings all values \
                    of its children.""")
            .because("A PATCH knows which fields it carries, and Java objects cannot tell unset from null.")
            .see(SqlAlchemy.MERGING);

    static final RuleText MER_4 =
            must("Without MERGE a given collection is ignored and a reference is set without its values.")
                    .details("""
                    An inverse one-to-one is ignored like a collection. Of a reference whose key is on this side the target \
                    is set, and none of its values is copied.""")
                    .because("A post may name another author without rewriting who that author is.")
                    .see(SqlAlchemy.MERGE, Jakarta.MERGING);

    static final RuleText MER_5 = must("Children are matched by id and never deleted and inserted again.")
            .details("A child without id is inserted. The same id twice is one child, and the last values win.")
            .because("""
                    Ids are in links, caches and the tables of others; a save that gives every child a new id breaks them \
                    all.""")
            .see(SqlAlchemy.MERGING, Jakarta.MERGING);

    static final RuleText MER_6 = must("A given child of a parent outside the given graph is refused.")
            .details("""
                    Unless the call says `adopt()`. This holds at any depth, also below a parent that is new. A child \
                    without a parent may be taken; one whose present parent is in the given graph under the same root is \
                    moved. Far sides of a many-to-many belong to nobody: linking them is allowed.""")
            .because("Ids in a request are input: a PATCH of one account must not reach the rows of another.")
            .see(SqlAlchemy.MERGING);

    static final RuleText MER_7 =
            must("An id without a row is inserted if ids are assigned and stale if they are generated.")
                    .because("""
                    An id that the database once gave and no longer knows belongs to something removed, and writing it back \
                    would undo the removal.""")
                    .see(SqlAlchemy.MERGING, Jakarta.MERGING);

    static final RuleText MER_8 = must("A given version that does not match is stale.")
            .details("Nothing is written. A version that is not given is not checked.")
            .because("The second of two people who edited the same page should be told, not win.")
            .see(SqlAlchemy.VERSION_COUNTER, Jakarta.MERGING, Jakarta.OPTIMISTIC_LOCKING);

    static final RuleText MER_9 = must("Merge onto an entity marked for removal is refused.")
            .because("""
                    Saving and removing the same thing in one transaction is a contradiction, and dropping either half \
                    silently is a guess.""")
            .see(SqlAlchemy.MERGING, Jakarta.MERGING);

    private MergeRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.MERGE, sentence);
    }
}
