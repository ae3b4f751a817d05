package io.github.cascadecontract.error;

/** The two sides of a pair, or two collections, name two different parents (rule PER-3). Raised before any statement. */
public final class ContradictoryReferenceException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public ContradictoryReferenceException(Refusal refusal) {
        super(refusal);
    }
}
