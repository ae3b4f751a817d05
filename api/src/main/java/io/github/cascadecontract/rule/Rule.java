package io.github.cascadecontract.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules of the contract. An identifier is never used again for another rule. */
public enum Rule {
    DEC_1(DeclarationRules.DEC_1),
    DEC_2(DeclarationRules.DEC_2),
    DEC_3(DeclarationRules.DEC_3),
    DEC_4(DeclarationRules.DEC_4),
    DEC_5(DeclarationRules.DEC_5),
    DEC_6(DeclarationRules.DEC_6),
    PER_1(PersistRules.PER_1),
    PER_2(PersistRules.PER_2),
    PER_3(PersistRules.PER_3),
    PER_4(PersistRules.PER_4),
    PER_5(PersistRules.PER_5),
    REM_1(RemovalRules.REM_1),
    REM_2(RemovalRules.REM_2),
    REM_3(RemovalRules.REM_3),
    REM_4(RemovalRules.REM_4),
    REM_5(RemovalRules.REM_5),
    REM_6(RemovalRules.REM_6),
    REM_7(RemovalRules.REM_7),
    REM_8(RemovalRules.REM_8),
    REM_9(RemovalRules.REM_9),
    ORP_1(OrphanRules.ORP_1),
    ORP_2(OrphanRules.ORP_2),
    ORP_3(OrphanRules.ORP_3),
    ORP_4(OrphanRules.ORP_4),
    ORP_5(OrphanRules.ORP_5),
    ORP_6(OrphanRules.ORP_6),
    ORP_7(OrphanRules.ORP_7),
    ORP_8(OrphanRules.ORP_8),
    ORP_9(OrphanRules.ORP_9),
    M2M_1(ManyToManyRules.M2M_1),
    M2M_2(ManyToManyRules.M2M_2),
    M2M_3(ManyToManyRules.M2M_3),
    MER_1(MergeRules.MER_1),
    MER_2(MergeRules.MER_2),
    MER_3(MergeRules.MER_3),
    MER_4(MergeRules.MER_4),
    MER_5(MergeRules.MER_5),
    MER_6(MergeRules.MER_6),
    MER_7(MergeRules.MER_7),
    MER_8(MergeRules.MER_8),
    MER_9(MergeRules.MER_9),
    REF_1(RefreshAndDetachRules.REF_1),
    DET_1(RefreshAndDetachRules.DET_1),
    TX_1(TransactionRules.TX_1),
    TX_2(TransactionRules.TX_2),
    TX_3(TransactionRules.TX_3),
    TX_4(TransactionRules.TX_4),
    SES_1(TransactionRules.SES_1),
    BUL_1(TransactionRules.BUL_1),
    PRO_1(TransactionRules.PRO_1);

    private final RuleText text;

    Rule(RuleText text) {
        this.text = text;
    }

    /** Returns the rule that documents write so, such as {@code REM-7}, if there is one. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The identifier as documents write it, such as {@code REM-7}. */
    public String id() {
        return name().replace('_', '-');
    }

    /** Where the rule stands in the contract. */
    public Chapter chapter() {
        return text.chapter();
    }

    /** How binding it is. */
    public Level level() {
        return text.level();
    }

    /** What the rule asks, in one sentence: what errors, steps and reports show. */
    public String sentence() {
        return text.sentence();
    }

    /** What else belongs to the rule; empty if the sentence says all. */
    public String details() {
        return text.details();
    }

    /** What the rule leaves to adapters, if it leaves something: none of it makes a difference to the suite. */
    public Optional<String> freedom() {
        return Optional.of(text.freedom()).filter(freedom -> !freedom.isEmpty());
    }

    /** Why users want the rule, in one sentence. */
    public String intent() {
        return text.intent();
    }

    /** Where others speak about the same thing; empty if nobody does. */
    public List<Anchor> anchors() {
        return text.anchors();
    }
}
