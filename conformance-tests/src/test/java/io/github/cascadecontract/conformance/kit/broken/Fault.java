package io.github.cascadecontract.conformance.kit.broken;

import static io.github.cascadecontract.rule.Rule.BUL_1;
import static io.github.cascadecontract.rule.Rule.DEC_1;
import static io.github.cascadecontract.rule.Rule.DEC_2;
import static io.github.cascadecontract.rule.Rule.DEC_4;
import static io.github.cascadecontract.rule.Rule.DET_1;
import static io.github.cascadecontract.rule.Rule.M2M_1;
import static io.github.cascadecontract.rule.Rule.M2M_2;
import static io.github.cascadecontract.rule.Rule.M2M_3;
import static io.github.cascadecontract.rule.Rule.MER_1;
import static io.github.cascadecontract.rule.Rule.MER_2;
import static io.github.cascadecontract.rule.Rule.MER_3;
import static io.github.cascadecontract.rule.Rule.MER_4;
import static io.github.cascadecontract.rule.Rule.MER_5;
import static io.github.cascadecontract.rule.Rule.MER_6;
import static io.github.cascadecontract.rule.Rule.MER_7;
import static io.github.cascadecontract.rule.Rule.ORP_1;
import static io.github.cascadecontract.rule.Rule.ORP_2;
import static io.github.cascadecontract.rule.Rule.ORP_3;
import static io.github.cascadecontract.rule.Rule.ORP_4;
import static io.github.cascadecontract.rule.Rule.ORP_5;
import static io.github.cascadecontract.rule.Rule.ORP_6;
import static io.github.cascadecontract.rule.Rule.ORP_7;
import static io.github.cascadecontract.rule.Rule.ORP_8;
import static io.github.cascadecontract.rule.Rule.ORP_9;
import static io.github.cascadecontract.rule.Rule.PER_1;
import static io.github.cascadecontract.rule.Rule.PER_2;
import static io.github.cascadecontract.rule.Rule.PER_3;
import static io.github.cascadecontract.rule.Rule.PER_4;
import static io.github.cascadecontract.rule.Rule.PER_5;
import static io.github.cascadecontract.rule.Rule.REF_1;
import static io.github.cascadecontract.rule.Rule.REM_1;
import static io.github.cascadecontract.rule.Rule.REM_2;
import static io.github.cascadecontract.rule.Rule.REM_3;
import static io.github.cascadecontract.rule.Rule.REM_4;
import static io.github.cascadecontract.rule.Rule.REM_5;
import static io.github.cascadecontract.rule.Rule.REM_6;
import static io.github.cascadecontract.rule.Rule.REM_7;
import static io.github.cascadecontract.rule.Rule.REM_8;
import static io.github.cascadecontract.rule.Rule.REM_9;
import static io.github.cascadecontract.rule.Rule.SES_1;
import static io.github.cascadecontract.rule.Rule.TX_1;
import static io.github.cascadecontract.rule.Rule.TX_2;
import static io.github.cascadecontract.rule.Rule.TX_3;
import static io.github.cascadecontract.rule.Rule.TX_4;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.PersistenceAdapter;
import jakarta.persistence.CascadeType;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The broken adapters: each does one thing wrong, all else as it should be. */
enum Fault {
    FORGETS_ORPHANS(
            "keeps children that lost their parent, with key NULL",
            ContractFaults::withoutOrphanRemoval,
            DEC_2,
            ORP_1,
            ORP_2,
            ORP_6,
            ORP_7,
            MER_2),
    ORPHANS_UNDER_ALL(
            "removes orphans under ALL without orphanRemoval", ContractFaults::allRemovesOrphans, DEC_1, ORP_1),
    ORPHANS_WITHOUT_REMOVE(
            "does not know that orphanRemoval contains REMOVE", ContractFaults::orphanRemovalWithoutRemove, DEC_2),
    LEAVES_ORPHANS_TO_DATABASE("treats orphans as PassiveDeletes says", ContractFaults::passiveOrphans, ORP_4),
    IGNORES_PASSIVE(
            "removes by the client what is left to the database",
            () -> ContractFaults.passive(PassiveDeletes.Mode.OFF),
            REM_1,
            REM_2,
            REM_7,
            SES_1),
    ALWAYS_PASSIVE(
            "leaves to the database what the client should remove",
            () -> ContractFaults.passive(PassiveDeletes.Mode.ON),
            REM_1,
            REM_3,
            M2M_1,
            M2M_2),
    REMOVES_EVERYWHERE(
            "cascades REMOVE over every relation",
            () -> ContractFaults.with(CascadeType.REMOVE),
            DEC_1,
            REM_1,
            REM_8,
            M2M_1),
    REMOVES_NOWHERE(
            "cascades REMOVE over no relation",
            () -> ContractFaults.without(CascadeType.REMOVE),
            REM_1,
            REM_3,
            REM_5,
            REM_8,
            M2M_2),
    PERSISTS_EVERYWHERE(
            "cascades PERSIST over every relation", () -> ContractFaults.with(CascadeType.PERSIST), DEC_1, PER_2),
    PERSISTS_NOWHERE(
            "cascades PERSIST over no relation", () -> ContractFaults.without(CascadeType.PERSIST), PER_1, DEC_4),
    MERGES_EVERYWHERE("cascades MERGE over every relation", () -> ContractFaults.with(CascadeType.MERGE), DEC_1, MER_4),
    MERGES_NOWHERE(
            "cascades MERGE over no relation", () -> ContractFaults.without(CascadeType.MERGE), MER_1, MER_2, MER_5),
    REFRESHES_EVERYWHERE(
            "cascades REFRESH over every relation", () -> ContractFaults.with(CascadeType.REFRESH), DEC_1, REF_1),
    REFRESHES_NOWHERE("cascades REFRESH over no relation", () -> ContractFaults.without(CascadeType.REFRESH), REF_1),
    DETACHES_EVERYWHERE("cascades DETACH over every relation", () -> ContractFaults.with(CascadeType.DETACH), DET_1),
    DETACHES_NOWHERE("cascades DETACH over no relation", () -> ContractFaults.without(CascadeType.DETACH), DET_1),
    NULLS_INSTEAD_OF_DELETING(
            "nulls the keys of children that it should delete",
            StepFaults::nullsInsteadOfDeleting,
            REM_1,
            REM_3,
            ORP_1),
    REMOVES_ONE_LEVEL("removes children, but not what is below them", ContractFaults::removesOneLevel, REM_3),
    DELETES_FAR_SIDE("deletes the far side with a link row", StepFaults::deletesFarSide, M2M_1, M2M_3),
    KEEPS_LINKS("leaves link rows of what it removes to the database", StepFaults::keepsLinks, M2M_1, M2M_2),
    REWRITES_LINKS("deletes all link rows and inserts them again", StepFaults::rewritesLinks, M2M_3),
    LOSES_MOVED_CHILD("deletes a child that moved to another parent", StepFaults::losesMovedChild, ORP_3),
    NEVER_NULLS("leaves the key of a child that lost its parent", StepFaults::neverNulls, REM_1, REM_8, ORP_1),
    SETS_NO_BACK_REFERENCE("writes only the side of a pair that holds the key", StepFaults::setsNoBackReference, ORP_3),
    INSERTS_FIRST("inserts before it deletes, always", StepFaults::insertsFirst, ORP_7),
    BREAKS_NO_CIRCLE("writes and removes rows that refer to each other at once", StepFaults::breaksNoCircle, REM_9),
    INSERTS_ORPHANS(
            "inserts new children that lost their parent before the flush", StepFaults::insertsDiscarded, REM_5, ORP_5),
    LEAVES_GHOSTS("keeps entities managed whose rows the database removed", StepFaults::leavesGhosts, SES_1),
    MERGE_COPIES_NOTHING("merges relations, but no values", StepFaults::copiesNothing, MER_1, MER_5, MER_7),
    MERGE_IGNORES_CHILDREN("merges values, but no relations", StepFaults::assignsNothing, MER_2, MER_7),
    MERGE_ONLY_ADDS("merges new children and keeps the missing ones", StepFaults::onlyAdds, MER_2),
    REFRESHES_NOTHING("does not read again", StepFaults::refreshesNothing, REF_1),
    DETACHES_NOTHING("keeps managed what is detached", StepFaults::detachesNothing, DET_1),
    LOADS_EVERYTHING("reads relations that nothing asks for", ViewFaults::loadsEverything, REM_1, REM_2),
    LOADS_NOTHING("takes unread children for none", ViewFaults::loadsNothing, REM_1, REM_3),
    UNLOADED_IS_EMPTY(
            "takes unread relations for read and empty", ViewFaults::takesUnloadedForEmpty, REM_1, REM_7, REM_8),
    LOADED_IS_UNLOADED("forgets what it has read", ViewFaults::takesLoadedForUnloaded, REM_2, REM_4, REF_1),
    BLIND_TO_BACK_REFERENCES(
            "does not notice a changed back reference", ViewFaults::blindToBackReferences, PER_3, ORP_2, DEC_4),
    BLIND_TO_COLLECTIONS("does not notice a changed collection", ViewFaults::blindToCollections, PER_3, ORP_1, M2M_3),
    DROPS_NULLS("takes null out of collections", ViewFaults::dropsNulls, PER_5),
    DETACHED_IS_NEW("takes a detached entity for a new one", ViewFaults::takesDetachedForNew, PER_4, REM_4),
    MERGE_FINDS_NO_ROW(
            "takes every id that is given to merge for unknown", ViewFaults::findsNoRow, MER_1, MER_5, MER_7),
    FORGETS_WHAT_WAS("does not remember what relations held", ViewFaults::forgetsWhatWas, ORP_1, M2M_3),
    SWALLOWS_ERRORS(
            "goes on after an error as if there had been none",
            SessionFaults::swallowsErrors,
            DEC_4,
            PER_2,
            PER_4,
            PER_5,
            ORP_8,
            MER_6),
    ADOPTS_ALWAYS("takes children away from other parents unasked", SessionFaults::adoptsAlways, MER_6),
    MERGES_EVERYTHING("merges more than only(...) names", SessionFaults::mergesEverything, MER_3),
    REFUSES_DETACHED_REMOVAL("removes managed entities alone", SessionFaults::refusesDetachedRemoval, REM_4),
    KEEPS_REMOVAL_MARKS("removes although persist took the removal back", SessionFaults::keepsRemovalMarks, REM_6),
    REMOVES_AT_ONCE("decides at remove, not at the flush", SessionFaults::flushesAtRemove, REM_6, TX_2),
    CASCADES_AT_CALL("marks children at remove, not at the flush", SessionFaults::cascadesAtCall, REM_6, REM_7),
    STAYS_MANAGED("does not detach after a rollback to a savepoint", SessionFaults::staysManagedAfterSavepoint, TX_1),
    COMMITS_ON_ROLLBACK("keeps what should be rolled back", SessionFaults::commitsOnRollback, TX_1, TX_4),
    MANAGES_EVERYTHING(
            "says of every entity that it is managed", SessionFaults::managesEverything, ORP_5, DET_1, SES_1),
    CLEARS_AFTER_NATIVE(
            "detaches everything when a native statement is sent", SessionFaults::clearsAfterNativeStatements, BUL_1),
    FORGETS_TO_COMMIT("does not commit", SessionFaults::forgetsToCommit, PER_1, TX_4),
    FLUSHES_ON_LOADING("flushes before it reads a relation", StatementFaults::flushesOnLoading, ORP_9),
    DELETES_TWICE(
            "sends each DELETE twice and complains about the missing row", StatementFaults::deletesTwice, REM_1, TX_3),
    INSISTS_ON_DELETES("takes a row that is gone already for an error", StatementFaults::insistsOnDeletes, TX_3),
    UPDATES_TWICE("sends each UPDATE twice", StatementFaults::updatesTwice, ORP_3, ORP_4, MER_1),
    IGNORES_MISSING_ROWS("does not look whether an UPDATE found its row", StatementFaults::ignoresMissingRows, TX_3),
    COMMITS_EACH_STATEMENT(
            "makes each statement a transaction of its own", StatementFaults::commitsEachStatement, TX_1, TX_2);

    private final String sentence;
    private final Supplier<? extends PersistenceAdapter> adapter;
    private final List<Rule> rules;

    Fault(String sentence, Supplier<? extends PersistenceAdapter> adapter, Rule... rules) {
        this.sentence = sentence;
        this.adapter = adapter;
        this.rules = List.of(rules);
    }

    /** The name as documents write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it does wrong. */
    String sentence() {
        return sentence;
    }

    /** The rules that it is made to break. */
    List<Rule> rules() {
        return rules;
    }

    PersistenceAdapter adapter() {
        return adapter.get();
    }
}
