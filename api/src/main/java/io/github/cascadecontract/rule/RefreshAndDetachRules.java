package io.github.cascadecontract.rule;

/** How far rereading and letting go reach. */
final class RefreshAndDetachRules {
    static final RuleText REF_1 =
            must("Refresh reads the entity and its loaded relations again, over REFRESH the children too.")
                    .details("""
                    Changes that were not flushed are forgotten. Of the loaded relations the membership is read again, and \
                    over REFRESH the children that the reread relation holds; new children drop out. No relation is loaded \
                    that was not, and the walk stops at the first level without REFRESH. A row that is gone is stale; an \
                    entity that is not managed is refused.""")
                    .because(
                            "After work of others, or of a trigger, one call should show the truth, and show it at once.")
                    .see(SqlAlchemy.REFRESH_EXPIRE, SqlAlchemy.REFRESHING, Jakarta.REFRESHING);

    static final RuleText DET_1 = must("Detach follows loaded DETACH relations only and never loads.")
            .details("""
                    It ends on circles. What was marked for removal is marked no longer. What is not managed is ignored.""")
            .because("Letting go of a graph must not drag the rest of the database into memory first.")
            .see(SqlAlchemy.EXPUNGE, SqlAlchemy.OBJECT_STATES, Jakarta.EVICTING);

    private RefreshAndDetachRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.REFRESH_AND_DETACH, sentence);
    }
}
