package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.CircularReferenceException;
import io.github.cascadecontract.error.ContradictoryReferenceException;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.SingleParentException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.FailureTranslator;
import jakarta.persistence.RollbackException;
import java.util.Locale;
import java.util.Map;

/** The words that scenario files have for failures. */
final class OutcomeWords {
    private static final String PENDING_ROLLBACK = "pending_rollback";

    private static final Map<Class<? extends CascadeException>, String> WORDS = Map.ofEntries(
            Map.entry(StaleEntityException.class, "stale_data"),
            Map.entry(RemovedEntityException.class, "invalid_request:already_deleted"),
            Map.entry(SingleParentException.class, "invalid_request:single_parent"),
            Map.entry(UnsavedReferenceException.class, "unsaved_reference"),
            Map.entry(DetachedEntityException.class, "detached_entity"),
            Map.entry(ForeignChildException.class, "foreign_child"),
            Map.entry(ProtectedEntityException.class, "protected_entity"),
            Map.entry(ContradictoryReferenceException.class, "contradictory_reference"),
            Map.entry(NullElementException.class, "flush_error:none_in_collection"),
            Map.entry(CircularReferenceException.class, "circular_dependency"),
            Map.entry(UnitOfWorkStateException.class, PENDING_ROLLBACK));

    private static final Map<Rule, String> REFUSALS = Map.of(
            Rule.DEC_3, "config:passive_all_with_delete",
            Rule.DEC_4, "config:orphan_needs_single_parent",
            Rule.DEC_6, "config:passive_on_many_to_one");

    private OutcomeWords() {}

    /** Returns the word for a failure: one of the library's own errors, else what the driver said, else the innermost type. */
    static String of(Throwable failure, CascadeContract contract) {
        Throwable told = failure instanceof RuntimeException runtime
                ? new FailureTranslator(contract).translate(runtime)
                : failure;
        if (told instanceof IntegrityViolationException violation) {
            return "integrity_violation:" + violation.kind().name().toLowerCase(Locale.ROOT);
        }
        if (isMarkedForRollback(told)) {
            return PENDING_ROLLBACK;
        }
        String word = WORDS.get(told.getClass());
        return word == null ? "other:" + innermost(told).getClass().getSimpleName() : word;
    }

    /** Jakarta Persistence's word for a commit after an error: an operation that failed has marked the transaction. */
    private static boolean isMarkedForRollback(Throwable told) {
        return told instanceof RollbackException
                && (told.getCause() == null || told.getCause() instanceof RollbackException);
    }

    /** Returns the word for a contract that cannot be built: that of its first problem. */
    static String of(InvalidContractException refused) {
        Refusal first = refused.problems().get(0);
        return REFUSALS.getOrDefault(first.rule(), "config:" + first.rule().id());
    }

    private static Throwable innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
