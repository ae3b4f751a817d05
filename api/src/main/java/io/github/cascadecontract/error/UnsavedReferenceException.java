package io.github.cascadecontract.error;

/** A managed entity refers to a new entity that no PERSIST relation reaches (rule PER-2). Raised before any statement. */
public final class UnsavedReferenceException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public UnsavedReferenceException(Refusal refusal) {
        super(refusal);
    }
}
