package io.github.cascadecontract.error;

import java.util.List;

/** An adapter does not take a mapping of the contract. Raised when the factory is built, before any connection is used. */
public final class UnsupportedMappingException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a contract for one adapter.
     *
     * @param adapter name of the adapter
     * @param problems what it does not take, each as {@code Entity.attribute: feature}
     */
    public UnsupportedMappingException(String adapter, List<String> problems) {
        super(
                "The adapter '%s' does not take this mapping:%n  - %s%nChange the mapping or choose another adapter."
                        .formatted(adapter, String.join(System.lineSeparator() + "  - ", problems)),
                null);
    }
}
