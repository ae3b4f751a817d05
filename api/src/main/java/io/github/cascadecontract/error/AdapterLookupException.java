package io.github.cascadecontract.error;

/** No adapter, or more than one without a name, was found on the class path. */
public final class AdapterLookupException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a look-up.
     *
     * @param message what was found and which dependency or name to give
     */
    public AdapterLookupException(String message) {
        super(message, null);
    }
}
