package io.github.cascadecontract.conformance.scenario;

/** What is done with each kind of step; a new kind breaks every handler at compile time. */
public interface StepHandler {
    /** Makes an object. */
    void create(ScenarioStep.New step);

    /** Finds an entity. */
    void get(ScenarioStep.Get step);

    /** Reads a relation. */
    void load(ScenarioStep.Load step);

    /** Finds an entity with part of a collection. */
    void loadFiltered(ScenarioStep.LoadFiltered step);

    /** Adds to a collection. */
    void append(ScenarioStep.Append step);

    /** Takes out of a collection. */
    void remove(ScenarioStep.Remove step);

    /** Replaces a collection. */
    void assign(ScenarioStep.Assign step);

    /** Sets a reference. */
    void reference(ScenarioStep.Reference step);

    /** Sets a column. */
    void setValue(ScenarioStep.SetValue step);

    /** Persists. */
    void add(ScenarioStep.Add step);

    /** Removes. */
    void delete(ScenarioStep.Delete step);

    /** Detaches. */
    void expunge(ScenarioStep.Expunge step);

    /** Flushes, commits, rolls back or begins anew. */
    void whole(ScenarioStep.Whole step);

    /** Sends a statement of its own. */
    void sql(ScenarioStep.Sql step);

    /** Looks at an entity. */
    void look(ScenarioStep.Look step);

    /** Looks at a collection. */
    void ids(ScenarioStep.Ids step);

    /** Looks at a value. */
    void value(ScenarioStep.Value step);

    /** Compares two variables. */
    void same(ScenarioStep.Same step);

    /** Tries a step. */
    void attempt(ScenarioStep.Try step);

    /** Merges. */
    void merge(ScenarioStep.Merge step);

    /** Reads again. */
    void refresh(ScenarioStep.Refresh step);

    /** Does something with a savepoint. */
    void savepoint(SavepointStep step);

    /** Sends one statement for many rows. */
    void bulk(BulkStep step);
}
