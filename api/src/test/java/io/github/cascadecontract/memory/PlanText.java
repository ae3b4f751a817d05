package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Steps as lines: kind, entity, key or relation, timing where it is early, rule. */
final class PlanText implements StepHandler {
    private final CascadeContract contract;
    private final List<String> lines = new ArrayList<>();

    private PlanText(CascadeContract contract) {
        this.contract = contract;
    }

    static List<String> of(CascadeContract contract, Collection<Step> steps) {
        PlanText text = new PlanText(contract);
        steps.forEach(step -> step.execute(text));
        return text.lines;
    }

    @Override
    public void persist(Step.Persist step) {
        String keys = step.deferred().stream().map(PlanText::name).sorted().collect(Collectors.joining(", "));
        line(step, "persist " + label(step.entity()) + (keys.isEmpty() ? "" : " without " + keys));
    }

    @Override
    public void remove(Step.Remove step) {
        line(step, timing(step.timing()) + "remove " + label(step.entity()));
    }

    @Override
    public void discard(Step.Discard step) {
        line(step, "discard " + label(step.entity()));
    }

    @Override
    public void setReference(Step.SetReference step) {
        String parent = step.parent() == null ? "NULL" : label(step.parent());
        line(step, timing(step.timing()) + "set " + label(step.child()) + " " + name(step.key()) + " = " + parent);
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        line(step, "link " + label(step.entity()) + " " + step.relation() + " " + labels(step.targets()));
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        line(step, "unlink " + label(step.entity()) + " " + step.relation() + " " + labels(step.targets()));
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        line(step, timing(step.timing()) + "clear " + label(step.entity()) + " " + step.relation());
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        line(step, "forget missing of " + labels(step.candidates()));
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        String names =
                step.values().keySet().stream().map(Attribute::name).sorted().collect(Collectors.joining(", "));
        line(step, "copy " + names + " to " + label(step.entity()));
    }

    @Override
    public void assign(Step.Assign step) {
        line(step, "assign " + label(step.entity()) + " " + step.relation() + " " + labels(step.members()));
    }

    @Override
    public void refresh(Step.Refresh step) {
        line(step, "refresh " + label(step.entity()));
    }

    @Override
    public void detach(Step.Detach step) {
        line(step, "detach " + label(step.entity()));
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        line(step, step.operation() + " " + rows(step.rows()) + " below " + label(step.parent()));
    }

    private String rows(RowsBelow rows) {
        String levels = rows.levels().stream()
                .map(level -> name(level.key()) + (level.except().isEmpty() ? "" : " but " + labels(level.except())))
                .collect(Collectors.joining(" / "));
        return rows.links() == null ? levels : levels + " / links of " + rows.links();
    }

    private void line(Step step, String text) {
        lines.add(text + " [" + step.because().rule().id() + "]");
    }

    private String labels(Collection<?> entities) {
        return entities.stream().map(this::label).collect(Collectors.joining(", "));
    }

    private String label(Object entity) {
        var model = contract.entity(entity.getClass());
        return model.name() + "#" + model.mapping().id().attribute().get(entity);
    }

    private static String timing(Timing timing) {
        return timing == Timing.EARLY ? "early " : "";
    }

    private static String name(ForeignKey key) {
        Relation side = key.childSide() == null ? key.parentSide() : key.childSide();
        return side.toString();
    }
}
