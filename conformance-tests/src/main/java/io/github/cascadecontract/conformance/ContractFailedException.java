package io.github.cascadecontract.conformance;

/** A scenario does not come out as the contract says. The report is written. */
public final class ContractFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContractFailedException(String message) {
        super(message, null, false, false);
    }
}
