package io.github.cascadecontract.error;

/** A detached entity was given where a new or managed one is needed (rule PER-4). */
public final class DetachedEntityException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public DetachedEntityException(Refusal refusal) {
        super(refusal);
    }
}
