package io.github.cascadecontract.error;

/** A flush gives a child a second managed owner over a single-parent relation (rule DEC-4). */
public final class SingleParentException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public SingleParentException(Refusal refusal) {
        super(refusal);
    }
}
