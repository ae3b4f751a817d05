package io.github.cascadecontract.plan;

/**
 * The execution of steps by an adapter: one method per kind of step, so that a new kind breaks every adapter at compile
 * time. Steps arrive in the order of the plan, on the thread of the unit of work. An adapter may gather steps and send
 * them set-wise, as long as the order that {@link Timing} asks for holds. It decides nothing.
 */
public interface StepHandler {
    /** Makes a new entity managed. */
    void persist(Step.Persist step);

    /** Deletes the row of an entity. */
    void remove(Step.Remove step);

    /** Forgets a pending entity. */
    void discard(Step.Discard step);

    /** Sets a key. */
    void setReference(Step.SetReference step);

    /** Inserts link rows; nothing to do if the provider does it by itself. */
    void addLinks(Step.AddLinks step);

    /** Deletes link rows; nothing to do if the provider does it by itself. */
    void removeLinks(Step.RemoveLinks step);

    /** Deletes all link rows of a removed entity. */
    void clearLinks(Step.ClearLinks step);

    /** Forgets managed entities whose rows are gone; executed after all statements of the flush. */
    void forgetMissing(Step.ForgetMissing step);

    /** Copies basic values. */
    void copyValues(Step.CopyValues step);

    /** Lets a relation hold what it shall hold. */
    void assign(Step.Assign step);

    /**
     * Reads an entity again.
     *
     * @throws io.github.cascadecontract.error.StaleEntityException if its row is gone (rule REF-1)
     */
    void refresh(Step.Refresh step);

    /** Makes an entity unmanaged. */
    void detach(Step.Detach step);

    /** Sends a statement for rows that are not in memory; {@code RowStatements} has it. */
    void handleRows(Step.HandleRows step);
}
