package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a plan before each removal, which must change nothing, and before each flush, which must then do what the plan
 * told.
 */
final class PlanWatch extends FlushWatch {
    /** No row has it. */
    private static final Integer UNUSED_ID = -1;

    private final GeneratedModel model;
    private final UnitsOfWork units;
    private final Evidence evidence;
    private final List<Object> marked = new ArrayList<>();
    private final Set<String> changedTables = new TreeSet<>();
    private final Set<String> readByPlans = new TreeSet<>();
    private final List<AuditedRow> byPlans = new ArrayList<>();
    private final List<PlannedFlush> flushes = new ArrayList<>();

    PlanWatch(GeneratedModel model, UnitsOfWork units, Evidence evidence) {
        this.model = model;
        this.units = units;
        this.evidence = evidence;
    }

    /** Only of what is managed a plan can be asked for. */
    @Override
    void removing(Object entity) {
        if (units.current().contains(entity)) {
            plan(entity);
            marked.add(entity);
        }
    }

    @Override
    void forgetMarks() {
        marked.clear();
    }

    @Override
    void changing(String table) {
        changedTables.add(table);
    }

    @Override
    void flush(Runnable flush) {
        if (!units.isOpen()) {
            flush.run();
            return;
        }
        RemovalPlan plan = planOrRefusal();
        int before = evidence.rows(units).size();
        try {
            flush.run();
        } catch (RuntimeException failure) {
            add(plan, List.of(), evidence.word(failure));
            throw failure;
        }
        add(plan, since(before), null);
        marked.clear();
        changedTables.clear();
        byPlans.clear();
        readByPlans.clear();
    }

    /** What the flush would refuse the plan may refuse: the scenario then goes on as if the flush had said it. */
    private RemovalPlan planOrRefusal() {
        try {
            return plan(asked());
        } catch (CascadeException refusal) {
            add(null, List.of(), evidence.word(refusal));
            throw refusal;
        }
    }

    private RemovalPlan plan(Object entity) {
        int before = evidence.rows(units).size();
        AtomicReference<RemovalPlan> plan = new AtomicReference<>();
        readByPlans.addAll(evidence.plan(() -> plan.set(units.current().plan(entity))));
        byPlans.addAll(since(before));
        return plan.get();
    }

    private List<AuditedRow> since(int before) {
        List<AuditedRow> rows = evidence.rows(units);
        return rows.subList(before, rows.size());
    }

    /** What was removed last. If nothing was, a new object: its plan tells the orphans that wait, and adds nothing to them. */
    private Object asked() {
        if (!marked.isEmpty()) {
            return marked.get(marked.size() - 1);
        }
        EntityType type = model.type(model.settings().relations().get(0).entity());
        Object stranger = type.create();
        type.set(stranger, "id", UNUSED_ID);
        return stranger;
    }

    private void add(@Nullable RemovalPlan plan, List<AuditedRow> rows, @Nullable String failure) {
        PlannedFlush.Before before = new PlannedFlush.Before(changedTables, readByPlans, byPlans);
        flushes.add(new PlannedFlush(evidence.clock().index(), plan, before, rows, failure));
    }

    @Override
    List<PlannedFlush> seen() {
        return flushes;
    }
}
