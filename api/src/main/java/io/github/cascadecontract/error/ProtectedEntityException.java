package io.github.cascadecontract.error;

/** A removal would reach rows of an entity marked {@code @Protected} (rule PRO-1). */
public final class ProtectedEntityException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /** Reports what would be reached and over which relation. */
    public ProtectedEntityException(Refusal refusal) {
        super(refusal);
    }
}
