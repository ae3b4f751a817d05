package io.github.cascadecontract.rule;

/** What a contract may say at all. */
final class DeclarationRules {
    static final RuleText DEC_1 = must("A relation without a cascade setting cascades nothing.")
            .details("ALL does not contain orphanRemoval.")
            .because("""
                    Removing rows that nobody named is the worst surprise a mapping can hold, so silence always means: leave \
                    it alone.""")
            .see(SqlAlchemy.PARAMETER_CASCADE, Jakarta.RELATIONSHIPS);

    static final RuleText DEC_2 = must("orphanRemoval contains REMOVE.")
            .details("A relation with orphanRemoval is treated as if REMOVE were in its cascade setting.")
            .because("""
                    A child that may not live without its parent cannot outlive the removal of that parent either.""")
            .see(SqlAlchemy.DELETE_ORPHAN, Jakarta.RELATIONSHIPS);

    static final RuleText DEC_3 = must("PassiveDeletes ALL does not go together with REMOVE or orphanRemoval.")
            .details("The contract is refused when it is built.")
            .because("""
                    One setting says that the client never touches the children, the other that it removes them: whichever \
                    won, half of the readers would be wrong.""")
            .see(SqlAlchemy.PARAMETER_PASSIVE_DELETES, SqlAlchemy.ON_DELETE);

    static final RuleText DEC_4 = must("A relation marked single-parent gives a child at most one owner.")
            .details("""
                    orphanRemoval on many-to-one or many-to-many is refused unless the relation is `@SingleParent`. A second \
                    owner is refused at the flush, before any statement, when the flush gives a child an owner while another \
                    managed entity owns it, however the first owner came. Rows that are not in memory are the business of a \
                    unique key.""")
            .because("What several owners share must not vanish because one of them let go.")
            .see(SqlAlchemy.PARAMETER_SINGLE_PARENT, SqlAlchemy.DELETE_ORPHAN, Jakarta.RELATIONSHIPS);

    static final RuleText DEC_5 = must("A contract is refused with all its problems at once.")
            .details("Each problem names entity and attribute, and says what to change.")
            .because("Whoever maps fifty entities wants one list, not fifty starts of the application.");

    static final RuleText DEC_6 = must("PassiveDeletes belongs on a relation whose key is on the other side.")
            .details("""
                    `@PassiveDeletes` on a relation whose key is on this side is refused when the contract is built: no ON \
                    DELETE of that key ever reaches the parent.""")
            .because("A setting that is accepted and does nothing is read as a promise.")
            .see(SqlAlchemy.ON_DELETE, SqlAlchemy.PARAMETER_PASSIVE_DELETES);

    private DeclarationRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.DECLARATION, sentence);
    }
}
