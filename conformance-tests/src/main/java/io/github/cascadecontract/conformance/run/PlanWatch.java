package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
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

    /** Of rows that are inserted no plan tells. */
    private static final String ON_INSERT = " on insert";

    private final GeneratedModel model;
    private final UnitsOfWork units;
    private final Evidence evidence;
    private final List<Object> marked = new ArrayList<>();
    private final Set<String> changedTables = new TreeSet<>();
    private final Set<String> related = new TreeSet<>();
    private final Set<String> readByPlans = new TreeSet<>();
    private final List<AuditedRow> byPlans = new ArrayList<>();
    private final List<PlannedFlush> flushes = new ArrayList<>();

    PlanWatch(GeneratedModel model, UnitsOfWork units, Evidence evidence) {
        this.model = model;
        this.units = units;
        this.evidence = evidence;
    }

    /** Only of what is managed a plan can be asked for. What is refused now may be in order when it is flushed. */
    @Override
    void removing(Object entity) {
        if (units.current().contains(entity)) {
            ask(entity);
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
        related.add(table);
    }

    @Override
    void changing(RelationSetting relation) {
        changing(relation.table());
        related.add(model.type(relation.entity()).table().table());
        related.add(model.type(relation.target()).table().table());
    }

    @Override
    void flush(Runnable flush) {
        if (units.isOpen()) {
            watched(flush);
            forgetAll();
        } else {
            flush.run();
        }
    }

    /** If the persist has flushed nothing, the plan was asked for in vain. */
    @Override
    void persist(Runnable persist) {
        if (marked.isEmpty()) {
            persist.run();
            return;
        }
        watched(persist);
        if (last().rows().isEmpty()) {
            flushes.remove(last());
            forgetMarks();
        } else {
            forgetAll();
        }
    }

    private void watched(Runnable flush) {
        Answer answer = ask(asked());
        int before = evidence.rows(units).size();
        try {
            flush.run();
        } catch (RuntimeException failure) {
            add(answer, List.of(), evidence.word(failure) + (evidence.isInsertRefused() ? ON_INSERT : ""));
            throw failure;
        }
        add(answer, since(before), null);
    }

    /** A plan, or the word for the error that refused it. */
    private record Answer(
            @Nullable RemovalPlan plan, @Nullable String refusal) {}

    private Answer ask(Object entity) {
        int before = evidence.rows(units).size();
        AtomicReference<RemovalPlan> plan = new AtomicReference<>();
        try {
            readByPlans.addAll(evidence.plan(() -> plan.set(units.current().plan(entity))));
        } catch (CascadeException refusal) {
            return new Answer(null, evidence.word(refusal));
        }
        byPlans.addAll(since(before));
        return new Answer(plan.get(), null);
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

    private void add(Answer answer, List<AuditedRow> rows, @Nullable String failure) {
        Set<String> read = new TreeSet<>(readByPlans);
        read.removeAll(related);
        PlannedFlush.Before before = new PlannedFlush.Before(changedTables, read, byPlans);
        int step = evidence.clock().index();
        flushes.add(new PlannedFlush(step, answer.plan(), answer.refusal(), before, rows, failure));
    }

    private PlannedFlush last() {
        return flushes.get(flushes.size() - 1);
    }

    private void forgetAll() {
        marked.clear();
        changedTables.clear();
        related.clear();
        byPlans.clear();
        readByPlans.clear();
    }

    @Override
    List<PlannedFlush> seen() {
        return flushes;
    }
}
