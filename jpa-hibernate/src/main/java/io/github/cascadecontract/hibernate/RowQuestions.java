package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.preview.RemovalPreview;
import io.github.cascadecontract.spi.RowStatements;
import org.jspecify.annotations.Nullable;

/** What the engine asks the database about rows that are not in memory, on the session's connection. */
final class RowQuestions {
    private final SessionEntities entities;

    RowQuestions(SessionEntities entities) {
        this.entities = entities;
    }

    @Nullable
    Object parentIdInRow(ForeignKey key, Object child) {
        Object id = entities.idOf(child);
        return entities.session().doReturningWork(connection -> new RowStatements(connection).parentId(key, id));
    }

    @Nullable
    Object childIdInRow(ForeignKey key, Object parent) {
        Object id = entities.idOf(parent);
        return entities.session().doReturningWork(connection -> new RowStatements(connection).childId(key, id));
    }

    CountedRemoval count(RemovalOutline outline) {
        return entities.session()
                .doReturningWork(connection -> new RemovalPreview(entities.contract(), connection).count(outline));
    }
}
