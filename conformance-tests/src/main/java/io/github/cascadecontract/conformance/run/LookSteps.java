package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.List;

/** The steps that only look. */
final class LookSteps {
    private final Looks looks;
    private final UnitsOfWork units;
    private final Variables variables;

    LookSteps(Looks looks, UnitsOfWork units, Variables variables) {
        this.looks = looks;
        this.units = units;
        this.variables = variables;
    }

    void look(ScenarioStep.Look step) {
        looks.saw(step.glance().word() + "(" + step.variable() + ")", seen(step));
    }

    private Object seen(ScenarioStep.Look step) {
        return switch (step.glance()) {
            case STATE -> isManaged(step.variable()) ? Observation.MANAGED : Observation.NOT_MANAGED;
            case MARKED_DELETED -> !units.current().contains(variables.get(step.variable()));
            case UNLOADED -> unloaded(step.variable());
        };
    }

    /** Looks before anything is found again: after the end of a unit of work nothing is managed. */
    private boolean isManaged(String variable) {
        Object entity = variables.asItIs(variable);
        return entity != null && units.isOpen() && units.current().contains(entity);
    }

    private List<String> unloaded(String variable) {
        Object entity = variables.get(variable);
        return variables.type(variable).relations().stream()
                .map(RelationSetting::attribute)
                .filter(attribute -> !isLoaded(entity, attribute))
                .sorted()
                .toList();
    }

    private boolean isLoaded(Object entity, String attribute) {
        return variables.isNew(entity) || units.current().isLoaded(entity, attribute);
    }

    void ids(ScenarioStep.Ids step) {
        Object entity = variables.get(step.variable());
        List<Object> ids = looks.ids(variables.type(step.variable()), entity, step.attribute());
        looks.saw(step.variable() + "." + step.attribute(), ids);
    }

    void value(ScenarioStep.Value step) {
        Object entity = variables.get(step.variable());
        Object value = looks.value(variables.type(step.variable()), entity, step.column());
        looks.saw(step.variable() + "." + step.column(), value);
    }

    void same(ScenarioStep.Same step) {
        boolean same = variables.get(step.variable()) == variables.get(step.other());
        looks.saw("same(%s, %s)".formatted(step.variable(), step.other()), same);
    }
}
