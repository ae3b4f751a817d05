package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One flush: the engine decides, the statements are sent in the order of {@link Timing}. */
final class Flush {
    private final PersistenceContext context;
    private final CascadeEngine engine;
    private final EntityTables tables;
    private final KeyRows keyRows;
    private final SqlGateway gateway;
    private final LinkRows links;

    Flush(PersistenceContext context, CascadeEngine engine, EntityTables tables, SqlGateway gateway, KeyRows keyRows) {
        this.context = context;
        this.engine = engine;
        this.tables = tables;
        this.keyRows = keyRows;
        this.gateway = gateway;
        this.links = new LinkRows(context, tables, gateway);
    }

    void run() {
        FlushPlan plan = engine.flush();
        FlushWork work = FlushWork.of(plan.steps(), context);
        FlushCallbacks callbacks = new FlushCallbacks(context, work);
        send(work, callbacks);
        engine.flushed(plan);
        context.inStep();
        for (Step.ForgetMissing step : FlushWork.of(plan.afterwards(), context).doubtful()) forgetMissing(step);
        callbacks.afterwards();
    }

    private void send(FlushWork work, FlushCallbacks callbacks) {
        RowUpdates updates = new RowUpdates(context, gateway, work, callbacks);
        RowDeletes deletes = new RowDeletes(context, gateway);
        updates.sendEarly();
        work.setBased().forEach(keyRows::handle);
        links.clear(work.earlyClearings());
        deletes.send(work.earlyRemovals());
        new RowInserts(context, gateway, work).send();
        updates.send();
        links.remove(work.unlinks());
        links.add(work.links());
        links.clear(work.clearings());
        deletes.send(work.removals());
    }

    private void forgetMissing(Step.ForgetMissing step) {
        List<Object> ids = new ArrayList<>();
        for (Object candidate : step.candidates()) ids.add(idOf(candidate));
        Set<Object> existing = gateway.existing(tables.of(step.entity()), ids);
        for (Object candidate : step.candidates()) {
            if (existing.contains(idOf(candidate))) continue;
            engine.lost(candidate);
            context.identities().release(candidate);
        }
    }

    private Object idOf(Object entity) {
        return Objects.requireNonNull(context.idOf(entity), "a managed row has an id");
    }
}
