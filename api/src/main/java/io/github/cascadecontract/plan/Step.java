package io.github.cascadecontract.plan;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that an adapter does because the engine decided it. Entities are compared by identity. */
public sealed interface Step {
    /** Why it is done. */
    Because because();

    /**
     * Calls the method of the handler that belongs to this step.
     *
     * @param handler the adapter's execution
     */
    void execute(StepHandler handler);

    /**
     * A new entity becomes managed and its row is inserted by the flush; of an entity that is managed already it only says
     * its place in the order of inserts (parents first).
     *
     * @param entity the new or pending entity
     * @param deferred keys that are inserted as NULL and set by an UPDATE after the inserts, because rows refer to each
     *     other (rule REM-9); usually empty
     * @param because the reason
     */
    record Persist(Object entity, Set<ForeignKey> deferred, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.persist(this);
        }
    }

    /**
     * The row of an entity is deleted by the client, and the entity is no longer managed. Nothing cascades from it.
     *
     * @param entity a managed or detached entity
     * @param timing when the DELETE is sent
     * @param because the reason
     */
    record Remove(Object entity, Timing timing, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.remove(this);
        }
    }

    /**
     * A pending entity is forgotten: it is never inserted and no longer managed.
     *
     * @param entity a pending entity
     * @param because the reason
     */
    record Discard(Object entity, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.discard(this);
        }
    }

    /**
     * The key of a child is made to refer to a parent or to nothing: its attribute is set if it has one, and its row gets
     * the key by the flush.
     *
     * @param child a managed, pending or removed child (removed only to break a circle of rows)
     * @param key the key
     * @param parent the parent, null for NULL
     * @param timing when the UPDATE is sent
     * @param because the reason
     */
    record SetReference(
            Object child, ForeignKey key, @Nullable Object parent, Timing timing, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.setReference(this);
        }
    }

    /**
     * Link rows are inserted.
     *
     * @param entity a managed or pending entity
     * @param relation its many-to-many
     * @param targets the entities to link
     * @param because the reason
     */
    record AddLinks(Object entity, Relation relation, List<Object> targets, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.addLinks(this);
        }
    }

    /**
     * Link rows are deleted.
     *
     * @param entity a managed entity
     * @param relation its many-to-many
     * @param targets the entities whose links go
     * @param because the reason
     */
    record RemoveLinks(Object entity, Relation relation, List<Object> targets, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.removeLinks(this);
        }
    }

    /**
     * All link rows of an entity that is being removed are deleted, before its own row.
     *
     * @param entity the removed entity
     * @param relation its many-to-many, owning or inverse
     * @param timing when the DELETE is sent
     * @param because the reason
     */
    record ClearLinks(Object entity, Relation relation, Timing timing, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.clearLinks(this);
        }
    }

    /**
     * After all statements of the flush: those of the given managed entities whose rows the database removed are forgotten
     * (rule SES-1). One SELECT of ids per step.
     *
     * @param entity the entity type
     * @param candidates managed entities of that type, at least one
     * @param because the reason
     */
    record ForgetMissing(EntityModel entity, List<Object> candidates, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.forgetMissing(this);
        }
    }

    /**
     * Basic values of a given object are copied to the managed or new entity that stands for it (rule MER-1), as if the
     * application had set them: one that is equal is no change. Executed at the call of merge.
     *
     * @param entity a managed entity, or a new object that is about to be persisted
     * @param values new values by attribute; the content of an element collection is copied, not the collection itself
     * @param because the reason
     */
    record CopyValues(Object entity, Map<Attribute, @Nullable Object> values, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.copyValues(this);
        }
    }

    /**
     * A relation is made to hold the given members, as if the application had set it; the next flush decides what follows.
     * A collection keeps its instance, members that stay are not touched. Executed at the call of merge.
     *
     * @param entity a managed entity with the relation loaded, or a new object that is about to be persisted
     * @param relation the relation
     * @param members managed or new entities in the order given; of a reference at most one
     * @param because the reason
     */
    record Assign(Object entity, Relation relation, List<Object> members, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.assign(this);
        }
    }

    /**
     * The entity's row and the membership of its loaded relations are read again; changes in memory are forgotten, what
     * was not loaded stays so (rule REF-1). Executed at the call of refresh; nothing cascades from it.
     *
     * @param entity a managed entity with a row
     * @param because the reason
     */
    record Refresh(Object entity, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.refresh(this);
        }
    }

    /**
     * The entity is no longer managed and nothing of it is written; it stays as it is, with what it has loaded (rule DET-1).
     * Executed at the call of detach; nothing cascades from it.
     *
     * @param entity a managed or pending entity
     * @param because the reason
     */
    record Detach(Object entity, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.detach(this);
        }
    }

    /**
     * Rows below a removed entity are handled set-wise, without being read: one statement (rule REM-1, SET_BASED).
     *
     * @param parent a removed entity
     * @param rows which rows
     * @param operation what happens to them
     * @param because the reason
     */
    record HandleRows(Object parent, RowsBelow rows, RowsBelow.Operation operation, Because because) implements Step {
        @Override
        public void execute(StepHandler handler) {
            handler.handleRows(this);
        }
    }
}
