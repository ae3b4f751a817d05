package io.github.cascadecontract.error;

/** An entity that an earlier flush removed is used again (rule ORP-8). */
public final class RemovedEntityException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public RemovedEntityException(Refusal refusal) {
        super(refusal);
    }
}
