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

    private final @Nullable Rule rule;
    private final @Nullable String where;

    /**
     * A failure that a rule explains.
     *
     * @param refusal where and why
     */
    protected CascadeException(Refusal refusal) {
        this(refusal, null);
    }

    /**
     * A failure that a rule explains and something else raised first.
     *
     * @param refusal where and why
     * @param cause what the driver or provider said, may be null
     */
    protected CascadeException(Refusal refusal, @Nullable Throwable cause) {
        this(refusal.rule(), refusal.where(), refusal.message(), cause);
    }

    /**
     * A failure that a rule explains in words of its own.
     *
     * @param rule the rule
     * @param where the entity or relation, null if none is known
     * @param message what happened and what to do
     * @param cause what the driver or provider said, may be null
     */
    protected CascadeException(Rule rule, @Nullable String where, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = rule;
        this.where = where;
    }

    /**
     * A failure outside the rules, such as a database that does not answer.
     *
     * @param message what happened and what to do
     * @param cause what the driver or provider said, may be null
     */
    protected CascadeException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.rule = null;
        this.where = null;
    }

    /** The rule that was broken, if a rule explains the failure. */
    public Optional<Rule> rule() {
        return Optional.ofNullable(rule);
    }

    /** The entity, and where one is concerned its attribute, such as {@code User.posts}. */
    public Optional<String> where() {
        return Optional.ofNullable(where);
    }
}
