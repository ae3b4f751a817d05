package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.plan.Because;
import org.jspecify.annotations.Nullable;

/**
 * Which parent a child has over one key at flush.
 *
 * @param key the key
 * @param child the child
 * @param outcome what became of it
 * @param parent the parent now; null if the child is an orphan
 * @param oldParent the parent before, null if there was none or it is not known
 * @param because the rule
 */
record Assignment(
        ForeignKey key,
        Object child,
        Outcome outcome,
        @Nullable Object parent,
        @Nullable Object oldParent,
        Because because) {

    enum Outcome {
        /** The child has a parent: a new one, another one, or (if it is not written yet) the one it had. */
        ASSIGNED,
        /** The child was let go and nobody took it. */
        ORPHANED
    }

    boolean isOrphan() {
        return outcome == Outcome.ORPHANED;
    }
}
