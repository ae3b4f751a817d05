package io.github.cascadecontract.error;

import io.github.cascadecontract.removal.RemovalPlan;

/** A removal would reach rows of an entity marked {@code @Protected} (rule PRO-1). The message ends with the plan. */
public final class ProtectedEntityException extends CascadeException {
    private static final long serialVersionUID = 1L;

    private final transient RemovalPlan plan;

    /**
     * Reports what would be reached.
     *
     * @param plan what the flush would have removed
     */
    public ProtectedEntityException(Refusal refusal, RemovalPlan plan) {
        super(refusal.rule(), refusal.where(), refusal.message() + System.lineSeparator() + plan, null);
        this.plan = plan;
    }

    /** What the flush would have removed, with all that is in the way. */
    public RemovalPlan plan() {
        return plan;
    }
}
