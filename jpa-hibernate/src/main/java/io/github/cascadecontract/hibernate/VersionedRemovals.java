package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.RowStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The versioned rows that one flush deletes. */
final class VersionedRemovals {
    private final SessionEntities entities;
    private final MissedDeletes missed;
    private final Map<EntityModel, List<Object>> ids = new LinkedHashMap<>();

    VersionedRemovals(SessionEntities entities, MissedDeletes missed) {
        this.entities = entities;
        this.missed = missed;
        missed.take();
    }

    void add(Object entity) {
        MappedEntity mapped = entities.mapped(entity);
        if (mapped.persister().isVersioned())
            ids.computeIfAbsent(mapped.model(), absent -> new ArrayList<>()).add(entities.idOf(entity));
    }

    /** After the flush: a row that is still there was changed by someone else (rule TX-3). */
    void refuseChanged() {
        if (missed.take()) ids.forEach(this::refuseChanged);
    }

    private void refuseChanged(EntityModel model, List<Object> of) {
        Set<Object> there =
                entities.session().doReturningWork(connection -> new RowStatements(connection).existing(model, of));
        if (!there.isEmpty())
            throw new StaleEntityException(new Refusal(
                    model.name(),
                    Rule.TX_3,
                    "a row that was to be deleted has another version than the entity",
                    "Read the entity again and repeat the removal."));
    }
}
