package io.github.cascadecontract.error;

/** A merge was given a child that belongs to a parent outside the given graph (rule MER-6). */
public final class ForeignChildException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /** Reports the relation under which the child was given. */
    public ForeignChildException(Refusal refusal) {
        super(refusal);
    }
}
