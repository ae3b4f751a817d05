package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.error.StaleEntityException;
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

    void deleteNow(Object entity) {
        rows.send();
        delete(entity);
    }

    void deleteLater(Object entity) {
        waiting.add(entity);
    }

    List<Object> waiting() {
        return waiting;
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    void deleteWaiting() {
        waiting.forEach(this::delete);
        send();
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
