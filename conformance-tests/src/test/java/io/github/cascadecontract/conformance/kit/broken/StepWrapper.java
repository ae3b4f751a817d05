package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;

/** Executes each step as it should be; a fault overrides one method. */
class StepWrapper implements StepHandler {
    final StepHandler good;

    StepWrapper(StepHandler good) {
        this.good = good;
    }

    @Override
    public void persist(Step.Persist step) {
        good.persist(step);
    }

    @Override
    public void remove(Step.Remove step) {
        good.remove(step);
    }

    @Override
    public void discard(Step.Discard step) {
        good.discard(step);
    }

    @Override
    public void setReference(Step.SetReference step) {
        good.setReference(step);
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        good.addLinks(step);
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        good.removeLinks(step);
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        good.clearLinks(step);
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        good.forgetMissing(step);
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        good.copyValues(step);
    }

    @Override
    public void assign(Step.Assign step) {
        good.assign(step);
    }

    @Override
    public void refresh(Step.Refresh step) {
        good.refresh(step);
    }

    @Override
    public void detach(Step.Detach step) {
        good.detach(step);
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        good.handleRows(step);
    }
}
