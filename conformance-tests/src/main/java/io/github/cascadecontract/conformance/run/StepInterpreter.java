package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.run.Variables.Origin;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.conformance.scenario.StepHandler;
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
    private final Variables variables = new Variables();
    private final Looks looks;
    private final Pairs pairs;
    private final StepClock clock;
    private final Evidence evidence;

    StepInterpreter(GeneratedModel model, UnitsOfWork units, Evidence evidence, PairWriting writing) {
        this.model = model;
        this.units = units;
        this.clock = evidence.clock();
        this.evidence = evidence;
        this.looks = new Looks(model);
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
        Object value = type(step.variable()).get(get(step.variable()), step.attribute());
        if (value instanceof Collection<?> collection) {
            evidence.touch(collection.size());
        } else if (value != null) {
            EntityType target =
                    model.type(relation(step.variable(), step.attribute()).target());
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
        pairs.append(get(step.variable()), relation(step.variable(), step.attribute()), child);
    }

    @Override
    public void remove(ScenarioStep.Remove step) {
        pairs.remove(get(step.variable()), relation(step.variable(), step.attribute()), get(step.child()));
    }

    @Override
    public void assign(ScenarioStep.Assign step) {
        List<Object> children = step.children().stream().map(this::get).toList();
        pairs.assign(get(step.variable()), relation(step.variable(), step.attribute()), children);
    }

    @Override
    public void reference(ScenarioStep.Reference step) {
        RelationSetting relation = relation(step.variable(), step.attribute());
        Object owner = get(step.variable());
        Object target = step.target() == null ? null : get(step.target());
        pairs.reference(owner, relation, target);
        if (relation.holdsKey()) {
            units.current().changed(owner);
        }
    }

    @Override
    public void setValue(ScenarioStep.SetValue step) {
        Object entity = get(step.variable());
        setColumn(type(step.variable()), entity, step.column(), step.value());
        units.current().changed(entity);
    }

    /** A foreign key is written through its relation alone. */
    private static void setColumn(EntityType type, Object entity, String column, @Nullable Object value) {
        if (!column.equals("id") && !type.table().columns().contains(column)) {
            throw new UnsupportedStepException("the foreign key column '%s' of %s is written through its relation alone"
                    .formatted(column, type.name()));
        }
        type.set(entity, column, value);
    }

    @Override
    public void add(ScenarioStep.Add step) {
        units.current().persist(get(step.variable()));
    }

    @Override
    public void delete(ScenarioStep.Delete step) {
        units.current().remove(get(step.variable()));
    }

    @Override
    public void expunge(ScenarioStep.Expunge step) {
        units.current().detach(get(step.variable()));
    }

    @Override
    public void whole(ScenarioStep.Whole step) {
        switch (step.operation()) {
            case FLUSH -> units.current().flush();
            case COMMIT -> {
                units.commit();
                variables.outdate();
            }
            case ROLLBACK -> {
                units.rollback();
                variables.outdate();
            }
            case NEW_SESSION -> units.commit();
        }
    }

    @Override
    public void sql(ScenarioStep.Sql step) {
        units.current()
                .onConnection(
                        connection -> evidence.foreign(connection, step.text().replace("{s}.", "")));
    }

    @Override
    public void look(ScenarioStep.Look step) {
        String name = step.glance().word() + "(" + step.variable() + ")";
        switch (step.glance()) {
            case STATE -> looks.saw(name, isManaged(step.variable()) ? Observation.MANAGED : Observation.NOT_MANAGED);
            case MARKED_DELETED -> looks.saw(name, !units.current().contains(get(step.variable())));
            case UNLOADED -> looks.saw(name, unloaded(step.variable()));
        }
    }

    /** Looks before anything is found again: after the end of a unit of work nothing is managed. */
    private boolean isManaged(String variable) {
        Object entity = variables.asItIs(variable);
        return entity != null && units.isOpen() && units.current().contains(entity);
    }

    private List<String> unloaded(String variable) {
        Object entity = get(variable);
        return type(variable).relations().stream()
                .map(RelationSetting::attribute)
                .filter(attribute -> !isLoaded(entity, attribute))
                .sorted()
                .toList();
    }

    @Override
    public void ids(ScenarioStep.Ids step) {
        List<Object> ids = looks.ids(type(step.variable()), get(step.variable()), step.attribute());
        looks.saw(step.variable() + "." + step.attribute(), ids);
    }

    @Override
    public void value(ScenarioStep.Value step) {
        Object value = looks.value(type(step.variable()), get(step.variable()), step.column());
        looks.saw(step.variable() + "." + step.column(), value);
    }

    @Override
    public void same(ScenarioStep.Same step) {
        looks.saw("same(%s, %s)".formatted(step.variable(), step.other()), get(step.variable()) == get(step.other()));
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
    public void later(ScenarioStep.Later step) {
        throw new UnsupportedStepException(
                "the step '%s' is not run by this version of the suite".formatted(step.word()));
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
        return variables.get(variable, this::findAgain);
    }

    private @Nullable Object findAgain(EntityType type, Object id) {
        evidence.foundAgain(type);
        return clock.asCaller(() -> find(type, id));
    }

    private @Nullable Object find(EntityType type, Object id) {
        return units.current().find(type, Objects.requireNonNull(EntityType.value(id)));
    }

    private EntityType type(String variable) {
        return variables.type(variable);
    }

    private RelationSetting relation(String variable, String attribute) {
        return type(variable).relation(attribute).orElseThrow();
    }
}
