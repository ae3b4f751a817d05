package io.github.cascadecontract.plan;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import java.util.List;

/**
 * Rows that the client handles over one relation, told without reading them. Sets that lead to the same {@link Rows} are one
 * set of rows: a row is removed once, however many ways lead to it.
 *
 * @param from the removed rows whose relation it is
 * @param relation the relation
 * @param way how the client handles them
 * @param operation what happens to them
 * @param because the reason; its origin is null
 */
public record RowSet(From from, Relation relation, Way way, Operation operation, Because because) {

    /** The rows that this set adds to, if it deletes rows of the target. */
    public Rows to() {
        return new Rows(relation.target().root(), way);
    }

    /** How the client handles rows. */
    public enum Way {
        /** It reads them, and sends a statement for each or for each batch. */
        EACH,
        /** It does not read them: one statement for all. */
        SET
    }

    /** What happens to the rows. */
    public enum Operation {
        /** Rows of the target are deleted; what hangs below them is told by further sets. */
        DELETE,
        /** Rows of the target get NULL as key. */
        SET_NULL,
        /** Link rows of the relation, a many-to-many, are deleted. */
        DELETE_LINKS
    }

    /** Removed rows. */
    public sealed interface From permits Entities, Rows {}

    /**
     * Entities that the walk saw in memory.
     *
     * @param entity their type
     * @param ids their ids, at least one
     */
    public record Entities(EntityModel entity, List<Object> ids) implements From {
        /** Keeps an immutable copy. */
        public Entities {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Rows that sets told.
     *
     * @param entity their type, topmost of its hierarchy
     * @param way how the client handles them
     */
    public record Rows(EntityModel entity, Way way) implements From {}
}
