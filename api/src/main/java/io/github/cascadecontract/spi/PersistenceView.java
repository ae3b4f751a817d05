package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the engine may ask of one unit of work. All methods are called on its thread; none may flush, and only {@code load},
 * {@code before}, {@code initialize}, {@code find} and the questions about rows may send a SELECT. Entities given to and returned by an adapter are compared by identity; whatever is
 * returned in a collection may be a proxy or a detached copy, the engine passes it through {@link #resolve}.
 */
public interface PersistenceView {
    /**
     * The instance that stands for the same row in this unit of work: a proxy's target if it is loaded, of a detached
     * entity the managed instance of the same class and id if there is one, else the argument itself. A new entity is
     * itself, even if its id is that of a managed one: it may be about to take the place of a removed row. Never loads.
     */
    Object resolve(Object entity);

    /** How the unit of work stands to a resolved entity; an unloaded proxy counts as managed. Never loads. */
    Presence presenceOf(Object entity);

    /** All managed entities with a row, removed ones included, in a stable order. */
    Iterable<?> managed();

    /** All managed entities of one type with a row. */
    default Collection<?> managed(EntityModel type) {
        return Entities.ofType(managed(), type);
    }

    /** All pending entities, in the order in which they became managed. */
    Collection<?> pending();

    /**
     * Whether the relation may hold something else than when it was last in step with the database. False is a promise;
     * this is called for every relation of every managed entity at every flush and must cost next to nothing.
     */
    boolean mayHaveChanged(Object entity, Relation relation);

    /**
     * Whether the relation's present value itself is in memory. A collection that merely queues additions is not loaded; a
     * reference whose target is an unloaded proxy is not loaded; null is loaded.
     */
    boolean isLoaded(Object entity, Relation relation);

    /**
     * What the relation holds now, without loading: the members (nulls included), the one referred to (maybe an unloaded
     * proxy) or nothing. Of an unloaded collection the queued additions. A null collection is empty.
     */
    Collection<? extends @Nullable Object> members(Object entity, Relation relation);

    /** What the relation holds now; loads it if necessary. */
    Collection<? extends @Nullable Object> load(Object entity, Relation relation);

    /**
     * What a changed relation of a managed entity held when it was last in step with the database. If an unloaded value was
     * replaced, the rows are loaded; of a collection that merely queues changes, only the queued removals are returned.
     */
    Collection<?> before(Object entity, Relation relation);

    /**
     * Reads a relation whose value must be an entity that the engine is going to visit: initialises a proxy, loads a lazy
     * reference.
     *
     * @return the loaded instance, null if its row is gone
     */
    @Nullable
    Object initialize(Object reference);

    /**
     * The managed instance of a row, one marked for removal included; read if necessary (one SELECT).
     *
     * @param entity the entity type
     * @param id an id, for a composite one an instance of its embeddable or id class
     * @return null if there is no such row
     */
    @Nullable
    Object find(EntityModel entity, Object id);

    /**
     * The id of any entity or unloaded proxy; a generated one that is not given yet (null, or 0 of a primitive type) is
     * null. Never loads.
     */
    @Nullable
    Object idOf(Object entity);

    /**
     * Which parent the row of a child refers to, for a key without an attribute on the child's side: one SELECT.
     *
     * @return the parent's id, null if the key is NULL or the row is gone
     */
    @Nullable
    Object parentIdInRow(ForeignKey key, Object child);

    /**
     * A row that refers to a parent: one SELECT.
     *
     * @return the id of one child, null if there is none
     */
    @Nullable
    Object childIdInRow(ForeignKey key, Object parent);

    /**
     * Counts the rows of a removal: {@code RemovalPreview} does it on a connection. One SELECT beside those of the catalogue
     * (rule PRO-1).
     */
    CountedRemoval count(RemovalOutline outline);
}
