package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.exceptions.OptimisticLockException;

/** Rows that the client deletes, in the order of the plan instead of EclipseLink's own. */
final class Deletions {
    private final Governance governance;
    private final Internals internals;
    private final RowChanges rows;
    private final List<Object> waiting = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Step.HandleRows> rowsBelow = new ArrayList<>();
    private final List<Object> unsent = new ArrayList<>();

    Deletions(Governance governance, Internals internals, RowChanges rows) {
        this.governance = governance;
        this.internals = internals;
        this.rows = rows;
    }

    /** Lets the entity's callbacks know, once, and keeps EclipseLink from deleting it at its own time. */
    void announce(Object entity) {
        if (!internals.isRegistered(entity)) internals.adopt(entity);
        internals.markRemoved(entity);
        internals.unmarkRemoved(entity);
    }

    /** Rows below an entity that is about to be deleted; they go at the same time. */
    void handleBefore(Step.HandleRows step) {
        rowsBelow.add(step);
    }

    void deleteNow(Object entity) {
        rowsBelow.forEach(this::handle);
        rowsBelow.clear();
        rows.send();
        delete(entity);
    }

    void deleteLater(Object entity) {
        for (Step.HandleRows step : rowsBelow) later.add(() -> handle(step));
        rowsBelow.clear();
        waiting.add(entity);
        later.add(() -> delete(entity));
    }

    private void handle(Step.HandleRows step) {
        send();
        rows.handle(step);
    }

    List<Object> waiting() {
        return waiting;
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    void deleteWaiting() {
        later.forEach(Runnable::run);
        send();
        later.clear();
        waiting.clear();
    }

    /** Sends the deletions that are gathered in a batch. */
    void send() {
        if (unsent.isEmpty()) return;
        try {
            internals.sendDeletions();
        } catch (OptimisticLockException nothingDeleted) {
            refuseChanged(unsent, nothingDeleted);
        }
        unsent.clear();
    }

    private void delete(Object entity) {
        try {
            internals.delete(entity);
        } catch (OptimisticLockException nothingDeleted) {
            refuseChanged(unsent, nothingDeleted);
            unsent.clear();
            deleteAlone(entity);
        }
        unsent.add(entity);
    }

    private void deleteAlone(Object entity) {
        try {
            internals.delete(entity);
        } catch (OptimisticLockException nothingDeleted) {
            refuseChanged(List.of(entity), nothingDeleted);
            internals.forget(entity);
        }
    }

    /** A row that is gone was to go anyway; a row that is still there has another version (rule TX-3). */
    private void refuseChanged(List<Object> deleted, OptimisticLockException cause) {
        internals.endDeletions();
        Map<EntityModel, List<Object>> byModel = new LinkedHashMap<>();
        for (Object entity : deleted)
            byModel.computeIfAbsent(governance.contract().entity(entity.getClass()), absent -> new ArrayList<>())
                    .add(entity);
        byModel.forEach((model, entities) -> {
            for (boolean there : rows.existing(model, entities))
                if (there) throw new StaleEntityException(model.name(), cause);
        });
    }
}
