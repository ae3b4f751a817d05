package io.github.cascadecontract.error;

import io.github.cascadecontract.rule.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Root of all failures that this library raises. A message names what was refused, where, by which rule, and what to do;
 * it never shows values of entities.
 */
public abstract class CascadeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Refusal refusal;

    /**
     * A failure that a rule explains.
     *
     * @param refusal where and why
     */
    protected CascadeException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /**
     * A failure outside the rules, such as a database that does not answer.
     *
     * @param message what happened and what to do
     * @param cause what the driver or provider said, may be null
     */
    protected CascadeException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.refusal = null;
    }

    /** The rule that was broken, if a rule explains the failure. */
    public Optional<Rule> rule() {
        return Optional.ofNullable(refusal).map(Refusal::rule);
    }

    /** The entity, and where one is concerned its attribute, such as {@code User.posts}. */
    public Optional<String> where() {
        return Optional.ofNullable(refusal).map(Refusal::where);
    }
}
