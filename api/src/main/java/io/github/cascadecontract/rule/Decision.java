package io.github.cascadecontract.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the contract is not what SQLAlchemy does, and why. A number is never used again for another decision. */
public enum Decision {
    K1(
            "delete-orphan without delete is possible, with a warning",
            "contained: Jakarta Persistence says so",
            Rule.DEC_2),
    K2("warns and leaves the new object out", "an error: silently losing a child is data loss", Rule.PER_2),
    K3(
            "INSERTs the pending child, then fails on the key",
            "the child is dropped with its parent: that is what the caller meant",
            Rule.REM_5),
    K4(
            "cancels the removal of the parent only; children are deleted",
            "cancelled as a whole: half an undo loses rows",
            Rule.REM_6),
    K5(
            "refused as circular",
            "removed or inserted with a second UPDATE where a key may be NULL; refused only if every key is NOT NULL: "
                    + "the rows can be written, so they are",
            Rule.REM_9),
    K6(
            "an orphan event only if the parent is in the session",
            "always: the outcome must not depend on what is loaded",
            Rule.ORP_2),
    K7("INSERT first, unique violation", "DELETE first: replacing what is unique is an ordinary wish", Rule.ORP_7),
    K8(
            "autoflush may delete between remove and append",
            "no flush on loading: reading must not decide what is removed",
            Rule.ORP_9),
    K9("moved silently", "refused unless asked for: a PATCH must not reach other people's rows", Rule.MER_6),
    K10("inserted again", "a generated id that is gone is stale: a removal is not undone by accident", Rule.MER_7),
    K11("object state restored", "detached, as in Jakarta Persistence", Rule.TX_1, Rule.TX_4),
    K12("warning for entities, error for links", "neither is an error: the goal is reached", Rule.TX_3),
    K13("ghosts until expiry", "told by the adapter: what is managed has a row", Rule.SES_1),
    K14(
            "pending at append",
            "PERSIST acts at persist and at flush; what nobody persisted and nobody managed holds at flush is not "
                    + "written: a Java collection tells nobody that it was changed",
            Rule.PER_1,
            Rule.ORP_5),
    K15(
            "remove and expunge of a new object are refused",
            "remove takes it out, detach ignores it, as in Jakarta Persistence",
            Rule.REM_4,
            Rule.DET_1),
    K16("add re-attaches a detached object", "refused: merge is for that", Rule.PER_4),
    K17(
            "without inverse a moved child goes with its old parent",
            "survives: how a relation is mapped must not cost a row",
            Rule.REM_7),
    K18(
            "passive 'all' without inverse: a removed child keeps its key",
            "key NULL: a child that was taken out does not come back",
            Rule.ORP_4),
    K19(
            "single_parent is checked at assignment and blind to owners from the database",
            "checked at flush over all managed owners: a Java setter cannot refuse",
            Rule.DEC_4,
            Rule.ORP_8),
    K20("the same link twice is a unique violation", "once: a link is there or not", Rule.M2M_3),
    K21("expires", "rereads: Java objects cannot expire", Rule.REF_1),
    K22(
            "some errors leave the session usable",
            "only rollback, as Jakarta Persistence marks the transaction",
            Rule.TX_1),
    K23("passive_deletes on many-to-one is accepted", "refused: it could never do anything", Rule.DEC_6),
    K24(
            "bulk statements flush first and touch memory",
            "they do neither: a native statement is what its SQL says",
            Rule.BUL_1),
    K25(
            "merge without merge cascade ignores a many-to-one",
            "the reference is set, its values are not copied, as in Jakarta Persistence",
            Rule.MER_4),
    K26(
            "merge onto an object marked for deletion is lost silently",
            "refused: nothing given is lost silently",
            Rule.MER_9);

    private final String sqlAlchemy;
    private final String contract;
    private final List<Rule> rules;

    Decision(String sqlAlchemy, String contract, Rule... rules) {
        this.sqlAlchemy = sqlAlchemy;
        this.contract = contract;
        this.rules = List.of(rules);
    }

    /** Returns the decision of that number, such as {@code K7}, if there is one. */
    public static Optional<Decision> of(String id) {
        return Arrays.stream(values())
                .filter(decision -> decision.id().equals(id))
                .findFirst();
    }

    /** The number as documents write it, such as {@code K7}. */
    public String id() {
        return name();
    }

    /** What SQLAlchemy does, one clause. */
    public String sqlAlchemy() {
        return sqlAlchemy;
    }

    /** What the contract does and why, one clause. */
    public String contract() {
        return contract;
    }

    /** The rules that say so; the first one is about it alone or most of all. */
    public List<Rule> rules() {
        return rules;
    }
}
