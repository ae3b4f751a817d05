package io.github.cascadecontract.plan;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client's part of a removal, as the engine decides it: what it knows by id, and sets of rows that it would read or
 * handle by statement. What the database does on its own account follows from the foreign keys, and is not in it.
 *
 * @param entity the entity that is asked for
 * @param id its id
 * @param removed entities with a row that the client deletes one by one, in the order of the walk; the one asked for is among
 *     them unless it is pending
 * @param sets rows that are not in memory
 * @param keyChanges rows whose key the same flush writes before it deletes anything
 * @param lostLinks link rows to removed entities that the same flush takes out because a many-to-many was changed
 * @param watched managed entities that are not among the removed; if {@code EACH} rows include one, the engine asks for it
 *     and tells again
 */
public record RemovalOutline(
        EntityModel entity,
        Object id,
        List<Known> removed,
        List<RowSet> sets,
        List<KeyChange> keyChanges,
        List<LostLink> lostLinks,
        List<Known> watched) {
    /** Keeps immutable copies. */
    public RemovalOutline {
        removed = List.copyOf(removed);
        sets = List.copyOf(sets);
        keyChanges = List.copyOf(keyChanges);
        lostLinks = List.copyOf(lostLinks);
        watched = List.copyOf(watched);
    }

    /**
     * An entity in memory.
     *
     * @param entity its type
     * @param id its id
     * @param because why it goes; of a watched one of no meaning
     */
    public record Known(EntityModel entity, Object id, Because because) {}

    /**
     * A row whose key is written. The foreign key's action sees the new value.
     *
     * @param key the key
     * @param childId id of the row; null if the row is inserted by the same flush
     * @param parent what the key names then
     * @param parentId id of the new parent; null if there is none, or no row of it yet
     * @param because the reason; REM-1 where the parent goes and leaves the child
     */
    public record KeyChange(
            ForeignKey key,
            @Nullable Object childId,
            Parent parent,
            @Nullable Object parentId,
            Because because) {}

    /** What a written key names. */
    public enum Parent {
        /** Nothing: it is NULL. */
        NONE,
        /** A row that is there. */
        STORED,
        /** A row that the same flush inserts. */
        INSERTED
    }

    /**
     * A link row that is deleted by itself, before the rows that it links.
     *
     * @param relation the owning many-to-many
     * @param ownerId id of the entity that has the relation
     * @param targetId id of the entity that was taken out
     */
    public record LostLink(Relation relation, Object ownerId, Object targetId) {}
}
