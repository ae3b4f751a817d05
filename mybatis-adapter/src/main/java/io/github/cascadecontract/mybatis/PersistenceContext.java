package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.mapping.LifecycleCallbacks;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.PrePersist;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entities of one unit of work, and how more of them are loaded. */
final class PersistenceContext {
    private final EntityTables tables;
    private final LazyTypes lazyTypes;
    private final IdentityMap identities = new IdentityMap();
    private final RowLoader loader;
    private final SiblingLoads siblingLoads;
    private boolean ended;

    PersistenceContext(AdapterModel model, SqlGateway gateway) {
        this.tables = model.tables();
        this.lazyTypes = model.lazyTypes();
        this.loader = new RowLoader(this, model, gateway);
        this.siblingLoads = new SiblingLoads(loader);
    }

    IdentityMap identities() {
        return identities;
    }

    /** Loads relations for the present flush. */
    SiblingLoads siblingLoads() {
        return siblingLoads;
    }

    EntityTable tableOf(Object entity) {
        return tables.of(entity.getClass());
    }

    /** Calls the lifecycle callbacks for an event; tells whether there are any. */
    boolean call(Class<? extends Annotation> event, Object entity) {
        LifecycleCallbacks callbacks = tableOf(entity).model().mapping().callbacks();
        callbacks.call(event, entity);
        return callbacks.has(event);
    }

    /** The table to which a key refers. */
    EntityTable tableOf(ForeignKey key) {
        return tables.of(key.parent());
    }

    /** The present key of an entity, managed or not; null if it has none. */
    @Nullable
    Object idOf(Object entity) {
        return tableOf(entity).id().read(entity);
    }

    /** The id of an entity as the application has it; null while a generated one is not given. */
    @Nullable
    Object givenIdOf(Object entity) {
        return tableOf(entity).model().mapping().identity().idOf(entity);
    }

    /** What is known about an entity, managed or not; null if nothing is. */
    @Nullable
    ManagedEntity known(Object entity) {
        ManagedEntity managed = identities.managed(entity);
        if (managed != null) return managed;
        LazyType lazy = lazyTypes.of(tableOf(entity));
        return lazy != null && lazy.isInstance(entity) ? lazy.stateOf(entity) : null;
    }

    boolean isHollow(Object entity) {
        ManagedEntity known = known(entity);
        return known != null && known.is(Phase.HOLLOW);
    }

    /** Makes a new entity managed; it has no row yet. */
    void addPending(Object entity) {
        if (identities.managed(entity) != null) return;
        identities.addPending(new ManagedEntity(this, tableOf(entity), entity, Phase.PENDING));
        call(PrePersist.class, entity);
    }

    /** Makes an instance stand for a row that is still to be read. */
    ManagedEntity addHollow(EntityTable table, Object entity) {
        ManagedEntity added = new ManagedEntity(this, table, entity, Phase.HOLLOW);
        identities.addRow(added);
        return added;
    }

    /** A pending entity got its row; the given is remembered of its values. */
    void inserted(ManagedEntity entity, @Nullable Object[] values) {
        entity.become(Phase.MANAGED);
        entity.inStep(values, RelationStates.given(entity, this));
        identities.addRow(entity);
    }

    /** The database has what all entities hold now. */
    void inStep() {
        siblingLoads.reset();
        for (ManagedEntity entity : identities.withRows())
            for (RelationState state : entity.relations()) if (state.mayHaveChanged()) state.inStep();
    }

    /**
     * Reads an entity again.
     *
     * @throws StaleEntityException if its row is gone
     */
    void refresh(Object entity) {
        ManagedEntity known =
                Objects.requireNonNull(identities.managed(entity), "the engine refreshes what is managed");
        boolean found = known.is(Phase.HOLLOW) ? initialize(entity) != null : loader.again(known);
        if (!found) throw gone(known.table());
    }

    /** Everything is detached; the unit of work goes on. */
    void clear() {
        siblingLoads.reset();
        loader.reset();
        identities.releaseAll();
    }

    /** The unit of work has ended: everything is detached, and what is not loaded stays so. */
    void end() {
        ended = true;
        identities.clear();
    }

    /** The instance of a row; selects it if necessary. Null if there is no row. */
    @Nullable
    Object load(EntityTable table, Object id) {
        ManagedEntity known = identities.find(table, id);
        if (known == null || known.is(Phase.HOLLOW)) loader.byIds(table, List.of(id));
        ManagedEntity loaded = identities.find(table, id);
        if (loaded == null || loaded.is(Phase.HOLLOW)) return null;
        return table.covers(loaded.table()) ? loaded.entity() : null;
    }

    /** The loaded instance behind a reference; null if its row is gone. */
    @Nullable
    Object initialize(Object reference) {
        ManagedEntity known = known(reference);
        if (known == null || !known.is(Phase.HOLLOW)) return reference;
        Object id = known.table().id().read(reference);
        return id == null ? null : load(known.table(), id);
    }

    /** Reads the row of a hollow entity into it. */
    void fill(ManagedEntity hollow) {
        requireManaged(hollow, hollow.table().name());
        if (initialize(hollow.entity()) == null)
            throw new StaleEntityException(hollow.table().name(), null);
    }

    /** Selects the members of a relation of one entity. */
    Collection<?> select(ManagedEntity owner, Relation relation) {
        requireManaged(owner, relation.toString());
        return Objects.requireNonNull(loader.membersOf(relation, List.of(owner)).get(owner));
    }

    private static StaleEntityException gone(EntityTable table) {
        return new StaleEntityException(new Refusal(
                table.name(),
                Rule.REF_1,
                "the row that was to be read again is gone",
                "Detach the entity, or roll back."));
    }

    private void requireManaged(ManagedEntity entity, String what) {
        if (!ended && identities.managed(entity.entity()) == entity) return;
        throw new UnitOfWorkStateException(
                "%s is not loaded, and its entity is detached. Use it before the unit of work ends, or find the entity again."
                        .formatted(what),
                null);
    }
}
