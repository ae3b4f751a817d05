package io.github.cascadecontract.conformance.scenario;

/** Checks one step. */
record StepCheck(ScenarioCheck check) implements StepHandler {
    @Override
    public void create(ScenarioStep.New step) {
        check.define(step.variable(), step.entity());
        check.columnsOf(step.entity(), step.values());
    }

    @Override
    public void get(ScenarioStep.Get step) {
        check.define(step.variable(), step.entity());
    }

    @Override
    public void load(ScenarioStep.Load step) {
        check.relation(step.variable(), step.attribute());
    }

    @Override
    public void loadFiltered(ScenarioStep.LoadFiltered step) {
        check.define(step.variable(), step.entity());
        check.collection(step.variable(), step.attribute());
        check.columnsOf(check.relation(step.variable(), step.attribute()).target(), step.condition());
    }

    @Override
    public void append(ScenarioStep.Append step) {
        check.collection(step.variable(), step.attribute());
        check.target(step.variable(), step.attribute(), step.child());
    }

    @Override
    public void remove(ScenarioStep.Remove step) {
        check.collection(step.variable(), step.attribute());
        check.target(step.variable(), step.attribute(), step.child());
    }

    @Override
    public void assign(ScenarioStep.Assign step) {
        check.collection(step.variable(), step.attribute());
        step.children().forEach(child -> check.target(step.variable(), step.attribute(), child));
    }

    @Override
    public void reference(ScenarioStep.Reference step) {
        check.single(step.variable(), step.attribute());
        check.target(step.variable(), step.attribute(), step.target());
    }

    @Override
    public void setValue(ScenarioStep.SetValue step) {
        check.column(check.variable(step.variable()), step.column());
    }

    @Override
    public void add(ScenarioStep.Add step) {
        check.variable(step.variable());
    }

    @Override
    public void delete(ScenarioStep.Delete step) {
        check.variable(step.variable());
    }

    @Override
    public void expunge(ScenarioStep.Expunge step) {
        check.variable(step.variable());
    }

    @Override
    public void whole(ScenarioStep.Whole step) {
        // Names nothing.
    }

    @Override
    public void sql(ScenarioStep.Sql step) {
        // The database reads it.
    }

    @Override
    public void look(ScenarioStep.Look step) {
        check.variable(step.variable());
    }

    @Override
    public void ids(ScenarioStep.Ids step) {
        check.collection(step.variable(), step.attribute());
    }

    @Override
    public void value(ScenarioStep.Value step) {
        check.column(check.variable(step.variable()), step.column());
    }

    @Override
    public void same(ScenarioStep.Same step) {
        check.variable(step.variable());
        check.variable(step.other());
    }

    @Override
    public void attempt(ScenarioStep.Try step) {
        step.step().execute(this);
    }

    @Override
    public void merge(ScenarioStep.Merge step) {
        check.define(step.result(), check.variable(step.given()));
    }

    @Override
    public void refresh(ScenarioStep.Refresh step) {
        check.variable(step.variable());
    }

    @Override
    public void savepoint(SavepointStep step) {
        check.savepoint(step);
    }

    @Override
    public void bulk(BulkStep step) {
        check.columnsOf(step.entity(), step.where());
        if (step.values() != null) {
            check.columnsOf(step.entity(), step.values());
        }
    }
}
