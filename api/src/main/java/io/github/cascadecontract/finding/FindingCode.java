package io.github.cascadecontract.finding;

import java.util.Locale;

/** What a check can find. An identifier is never used again for something else. */
public enum FindingCode {
    PASSIVE_WITHOUT_CASCADE(ErrorTexts.PASSIVE_WITHOUT_CASCADE),
    PASSIVE_WITHOUT_FOREIGN_KEY(ErrorTexts.PASSIVE_WITHOUT_FOREIGN_KEY),
    ON_DELETE_DIFFERS(ErrorTexts.ON_DELETE_DIFFERS),
    NULLING_NOT_NULL_KEY(ErrorTexts.NULLING_NOT_NULL_KEY),
    SET_NULL_ON_NOT_NULL_KEY(ErrorTexts.SET_NULL_ON_NOT_NULL_KEY),
    BLOCKED_BELOW_CASCADE(ErrorTexts.BLOCKED_BELOW_CASCADE),
    CASCADE_LEAVES_ROOT_ROW(ErrorTexts.CASCADE_LEAVES_ROOT_ROW),
    CASCADE_INTO_PROTECTED(ErrorTexts.CASCADE_INTO_PROTECTED),
    MISSING_TABLE(ErrorTexts.MISSING_TABLE),
    MISSING_COLUMN(ErrorTexts.MISSING_COLUMN),
    ON_DELETE_MISDECLARED(WarningTexts.ON_DELETE_MISDECLARED),
    MISSING_FOREIGN_KEY(WarningTexts.MISSING_FOREIGN_KEY),
    NOT_VALIDATED_KEY(WarningTexts.NOT_VALIDATED_KEY),
    DUPLICATE_FOREIGN_KEY(WarningTexts.DUPLICATE_FOREIGN_KEY),
    KEY_WITHOUT_INDEX(WarningTexts.KEY_WITHOUT_INDEX),
    MISSING_UNIQUE_KEY(WarningTexts.MISSING_UNIQUE_KEY),
    ID_NOT_UNIQUE(WarningTexts.ID_NOT_UNIQUE),
    KEY_TYPE_DIFFERS(WarningTexts.KEY_TYPE_DIFFERS),
    OUTCOME_DEPENDS_ON_LOADING(WarningTexts.OUTCOME_DEPENDS_ON_LOADING),
    REMOVE_ON_MANY_TO_MANY(WarningTexts.REMOVE_ON_MANY_TO_MANY),
    REMOVE_ON_MANY_TO_ONE(WarningTexts.REMOVE_ON_MANY_TO_ONE),
    CASCADE_CYCLE(WarningTexts.CASCADE_CYCLE),
    CASCADE_SKIPS_CALLBACKS(WarningTexts.CASCADE_SKIPS_CALLBACKS),
    CASCADE_LEAVES_CACHE(WarningTexts.CASCADE_LEAVES_CACHE),
    UNMAPPED_CASCADE(WarningTexts.UNMAPPED_CASCADE),
    SET_DEFAULT_WITHOUT_DEFAULT(WarningTexts.SET_DEFAULT_WITHOUT_DEFAULT),
    CASCADE_SKIPS_VERSION(InfoTexts.CASCADE_SKIPS_VERSION),
    NULLABLE_ORPHAN_KEY(InfoTexts.NULLABLE_ORPHAN_KEY),
    PERSIST_TO_OWNER(InfoTexts.PERSIST_TO_OWNER),
    ORPHAN_REMOVAL_ON_SHARED_TARGET(InfoTexts.ORPHAN_REMOVAL_ON_SHARED_TARGET),
    SEVERAL_CASCADE_PATHS(InfoTexts.SEVERAL_CASCADE_PATHS),
    CASCADE_IN_TREE(InfoTexts.CASCADE_IN_TREE),
    DEFERRABLE_KEY(InfoTexts.DEFERRABLE_KEY),
    LOOKUP_WITHOUT_INDEX(InfoTexts.LOOKUP_WITHOUT_INDEX),
    UNDECLARED_ON_DELETE(InfoTexts.UNDECLARED_ON_DELETE),
    CASCADE_NOT_USED(InfoTexts.CASCADE_NOT_USED),
    UNMAPPED_KEY_BLOCKS(InfoTexts.UNMAPPED_KEY_BLOCKS),
    CASCADE_FROM_UNMAPPED(InfoTexts.CASCADE_FROM_UNMAPPED),
    NULLABILITY_DIFFERS(InfoTexts.NULLABILITY_DIFFERS),
    LINK_TABLE_WITHOUT_KEY(InfoTexts.LINK_TABLE_WITHOUT_KEY),
    LINKS_IN_THE_WAY(InfoTexts.LINKS_IN_THE_WAY),
    BLOCKS_OTHERWISE(InfoTexts.BLOCKS_OTHERWISE),
    RESTRICT_BESIDE_CASCADE(InfoTexts.RESTRICT_BESIDE_CASCADE);

    private final FindingText text;

    FindingCode(FindingText text) {
        this.text = text;
    }

    /** The identifier as reports write it, such as {@code passive-without-cascade}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it matters. */
    public Severity severity() {
        return text.severity();
    }

    /** What is found, in one sentence. */
    public String what() {
        return text.what();
    }

    /** Why it hurts. */
    public String harm() {
        return text.harm();
    }

    /** What to do about it. */
    public String remedy() {
        return text.remedy();
    }
}
