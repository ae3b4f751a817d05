package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.run.Variables.Origin;
import io.github.cascadecontract.conformance.scenario.BulkStep;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.SavepointStep;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.conformance.scenario.StepHandler;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what the steps say, on plain Java objects and through one door. */
final class StepInterpreter implements StepHandler, LoadedCheck {
    private final GeneratedModel model;
    private final UnitsOfWork units;
    private final Variables variables = new Variables(this::findAgain);
    private final Looks looks;
    private final LookSteps looking;
    private final GivenValues given;
    private final Map<String, Savepoint> savepoints = new HashMap<>();
    private final Pairs pairs;
    private final StepClock clock;
    private final Evidence evidence;
    private final FlushWatch watch;

    StepInterpreter(GeneratedModel model, UnitsOfWork units, Evidence evidence, FlushWatch watch, PairWriting writing) {
        this.model = model;
        this.units = units;
        this.clock = evidence.clock();
        this.evidence = evidence;
        this.watch = watch;
        this.looks = new Looks(model);
        this.looking = new LookSteps(looks, units, variables);
        this.given = new GivenValues(model);
        this.pairs = new Pairs(model, this, writing);
    }

    Looks looks() {
        return looks;
    }

    void run(int index, ScenarioStep step) {
        clock.begin(index, step);
        step.execute(this);
    }

    @Override
    public void create(ScenarioStep.New step) {
        EntityType type = model.type(step.entity());
        Object made = type.create();
        given.made(made);
        step.values().forEach((column, value) -> setColumn(type, made, column, value));
        variables.put(step.variable(), type, made, Origin.NEW);
    }

    @Override
    public void get(ScenarioStep.Get step) {
        EntityType type = model.type(step.entity());
        Object found = find(type, step.id());
        variables.put(step.variable(), type, found, Origin.FOUND);
        if (found != null) {
            type.relations().stream()
                    .filter(RelationSetting::isInverseOneToOne)
                    .filter(relation -> units.current().isLoaded(found, relation.attribute()))
                    .forEach(relation -> evidence.loadedByFind(relation));
        }
    }

    @Override
    public void load(ScenarioStep.Load step) {
        Object value = variables.type(step.variable()).get(get(step.variable()), step.attribute());
        if (value instanceof Collection<?> collection) {
            evidence.touch(collection.size());
        } else if (value != null) {
            EntityType target = model.type(
                    variables.relation(step.variable(), step.attribute()).target());
            evidence.touch(
                    Objects.hashCode(target.get(value, target.table().columns().get(0))));
        }
    }

    @Override
    public void loadFiltered(ScenarioStep.LoadFiltered step) {
        EntityType type = model.type(step.entity());
        RelationSetting relation = type.relation(step.attribute()).orElseThrow();
        Map<String, @Nullable Object> condition = new HashMap<>();
        step.condition().forEach((column, value) -> condition.put(column, EntityType.value(value)));
        FilteredFind find = new FilteredFind(
                type,
                Objects.requireNonNull(EntityType.value(step.id())),
                step.attribute(),
                model.type(relation.target()),
                relation.over(),
                condition);
        variables.put(step.variable(), type, units.current().findFiltered(find), Origin.FOUND);
    }

    @Override
    public void append(ScenarioStep.Append step) {
        Object child = step.child() == null ? null : get(step.child());
        Object owner = get(step.variable());
        pairs.append(owner, changing(owner, step.variable(), step.attribute()), child);
    }

    @Override
    public void remove(ScenarioStep.Remove step) {
        Object owner = get(step.variable());
        pairs.remove(owner, changing(owner, step.variable(), step.attribute()), get(step.child()));
    }

    @Override
    public void assign(ScenarioStep.Assign step) {
        List<Object> children = step.children().stream().map(this::get).toList();
        Object owner = get(step.variable());
        pairs.assign(owner, changing(owner, step.variable(), step.attribute()), children);
    }

    @Override
    public void reference(ScenarioStep.Reference step) {
        Object owner = get(step.variable());
        Object target = step.target() == null ? null : get(step.target());
        RelationSetting relation = changing(owner, step.variable(), step.attribute());
        pairs.reference(owner, relation, target);
        if (relation.holdsKey()) {
            units.current().changed(owner);
        }
    }

    private RelationSetting changing(Object owner, String variable, String attribute) {
        RelationSetting relation = variables.relation(variable, attribute);
        given.set(owner, attribute);
        watch.changing(relation);
        return relation;
    }

    @Override
    public void setValue(ScenarioStep.SetValue step) {
        Object entity = get(step.variable());
        setColumn(variables.type(step.variable()), entity, step.column(), step.value());
        watch.changing(variables.type(step.variable()).table().table());
        units.current().changed(entity);
    }

    /** A foreign key is written through its relation alone. */
    private void setColumn(EntityType type, Object entity, String column, @Nullable Object value) {
        if (!column.equals("id") && !type.table().columns().contains(column)) {
            throw new UnsupportedStepException("the foreign key column '%s' of %s is written through its relation alone"
                    .formatted(column, type.name()));
        }
        given.set(entity, column);
        type.set(entity, column, value);
    }

    @Override
    public void add(ScenarioStep.Add step) {
        Object entity = get(step.variable());
        watch.persist(() -> units.current().persist(entity));
    }

    @Override
    public void delete(ScenarioStep.Delete step) {
        Object entity = get(step.variable());
        watch.removing(entity);
        units.current().remove(entity);
    }

    /** Of an object that the scenario made only what it set is given; what was loaded is given as a whole. */
    @Override
    public void merge(ScenarioStep.Merge step) {
        Object object = get(step.given());
        model.settings().tables().forEach(watch::changing);
        Object merged = variables.isNew(object)
                ? units.current().merge(object, given.paths(object, variables.type(step.given())))
                : units.current().merge(object);
        variables.put(step.result(), variables.type(step.given()), merged, Origin.FOUND);
    }

    @Override
    public void refresh(ScenarioStep.Refresh step) {
        units.current().refresh(get(step.variable()));
    }

    @Override
    public void expunge(ScenarioStep.Expunge step) {
        units.current().detach(get(step.variable()));
        watch.forgetMarks();
    }

    @Override
    public void whole(ScenarioStep.Whole step) {
        switch (step.operation()) {
            case FLUSH -> watch.flush(() -> units.current().flush());
            case COMMIT -> {
                watch.flush(units::commit);
                variables.outdate();
            }
            case ROLLBACK -> {
                units.rollback();
                watch.forgetMarks();
                variables.outdate();
            }
            case NEW_SESSION -> watch.flush(units::commit);
        }
    }

    @Override
    public void savepoint(SavepointStep step) {
        switch (step.operation()) {
            case SET ->
                watch.flush(() -> savepoints.put(step.name(), units.current().savepoint()));
            case RELEASE -> units.current().release(savepoint(step.name()));
            case ROLL_BACK_TO -> {
                units.current().rollback(savepoint(step.name()));
                watch.forgetMarks();
                variables.outdate();
            }
        }
    }

    private Savepoint savepoint(String name) {
        return Objects.requireNonNull(savepoints.get(name), name);
    }

    @Override
    public void bulk(BulkStep step) {
        BulkStatement statement = new BulkStatement(step, model.type(step.entity()));
        units.current().onConnection(connection -> evidence.bulk(connection, statement));
    }

    @Override
    public void sql(ScenarioStep.Sql step) {
        units.current()
                .onConnection(
                        connection -> evidence.foreign(connection, step.text().replace("{s}.", "")));
    }

    @Override
    public void look(ScenarioStep.Look step) {
        looking.look(step);
    }

    @Override
    public void ids(ScenarioStep.Ids step) {
        looking.ids(step);
    }

    @Override
    public void value(ScenarioStep.Value step) {
        looking.value(step);
    }

    @Override
    public void same(ScenarioStep.Same step) {
        looking.same(step);
    }

    @Override
    public void attempt(ScenarioStep.Try step) {
        String name = "try " + step.step().word();
        try {
            step.step().execute(this);
        } catch (UnsupportedStepException unsupported) {
            throw unsupported;
        } catch (RuntimeException failure) {
            looks.saw(name, evidence.word(failure));
            return;
        }
        looks.saw(name, "ok");
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return isNew(entity) || units.current().isLoaded(entity, attribute);
    }

    @Override
    public boolean isNew(Object entity) {
        return variables.isNew(entity);
    }

    private Object get(String variable) {
        return variables.get(variable);
    }

    private @Nullable Object findAgain(EntityType type, Object id) {
        evidence.foundAgain(type);
        return clock.asCaller(() -> find(type, id));
    }

    private @Nullable Object find(EntityType type, Object id) {
        return units.current().find(type, Objects.requireNonNull(EntityType.value(id)));
    }
}
