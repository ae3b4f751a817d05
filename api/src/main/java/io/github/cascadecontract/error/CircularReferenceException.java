package io.github.cascadecontract.error;

/** Rows refer to each other in a circle of which every key is NOT NULL (rule REM-9). */
public final class CircularReferenceException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a reason.
     *
     * @param refusal where and why
     */
    public CircularReferenceException(Refusal refusal) {
        super(refusal);
    }
}
