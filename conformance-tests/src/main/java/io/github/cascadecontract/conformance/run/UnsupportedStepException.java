package io.github.cascadecontract.conformance.run;

/** A step has no meaning through this door, or is not run yet. */
final class UnsupportedStepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedStepException(String reason) {
        super(reason);
    }
}
