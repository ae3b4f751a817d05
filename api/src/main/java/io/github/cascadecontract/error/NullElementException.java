package io.github.cascadecontract.error;

/** A collection holds null (rule PER-5). */
public final class NullElementException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public NullElementException(Refusal refusal) {
        super(refusal);
    }
}
