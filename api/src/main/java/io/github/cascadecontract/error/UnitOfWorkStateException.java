package io.github.cascadecontract.error;

import io.github.cascadecontract.rule.Rule;
import org.jspecify.annotations.Nullable;

/** A unit of work is asked for something that its state forbids: after an error, after its end, or from another thread. */
public final class UnitOfWorkStateException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a call.
     *
     * @param message what was asked, why it is refused, and what is possible
     * @param cause the earlier error that makes the unit of work unusable, may be null
     */
    public UnitOfWorkStateException(String message, @Nullable Throwable cause) {
        super(Rule.TX_1, null, message, cause);
    }
}
