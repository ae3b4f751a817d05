package io.github.cascadecontract.rule;

/** What happens to links and far sides. */
final class ManyToManyRules {
    static final RuleText M2M_1 =
            must("Removing an end that maps a many-to-many removes its link rows and keeps the far side.")
                    .details("""
                    With PassiveDeletes ON or ALL and the relation not loaded, the links are left to the database. An end \
                    that does not map the relation leaves them to the foreign key.""")
                    .may("An adapter may read fewer link rows than the record shows.")
                    .because("A tag belongs to nobody in particular: removing a post ends its tagging and no more.")
                    .see(SqlAlchemy.LINK_ROWS, SqlAlchemy.ON_DELETE_MANY_TO_MANY, Jakarta.BIDIRECTIONAL_MANY_TO_MANY);

    static final RuleText M2M_2 = must("REMOVE on many-to-many removes the far entities too.")
            .details("""
                    Shared or not, with all their link rows when the inverse is mapped. With PassiveDeletes ON and the \
                    relation not loaded, the database reaches the links only and the far entities stay.""")
            .because("Whoever asks for it gets exactly what the words say; whoever does not is safe under M2M-1.")
            .see(SqlAlchemy.DELETE_MANY_TO_MANY, Jakarta.MANY_TO_MANY);

    static final RuleText M2M_3 = must("Changing a many-to-many inserts and deletes exactly the difference.")
            .details("""
                    A link is there or not: the same entity twice in a list is one link, and a link that is there already is \
                    not sent again.""")
            .because("""
                    Links often carry history in triggers and audit tables; rewriting all of them for one new tag ruins it.""")
            .see(SqlAlchemy.LINK_ROWS, Jakarta.BIDIRECTIONAL_MANY_TO_MANY);

    private ManyToManyRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.MANY_TO_MANY, sentence);
    }
}
