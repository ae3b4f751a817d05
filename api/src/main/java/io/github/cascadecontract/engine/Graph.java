package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object graph of a unit of work as the engine sees it: resolved entities, their models and relations. */
final class Graph {
    private final CascadeContract contract;
    private final PersistenceView view;
    private final Ledger ledger;
    private final TableDepths depths;

    Graph(CascadeContract contract, PersistenceView view, Ledger ledger) {
        this.contract = contract;
        this.view = view;
        this.ledger = ledger;
        this.depths = new TableDepths(contract);
    }

    PersistenceView view() {
        return view;
    }

    EntityModel model(Object entity) {
        return contract.entity(entity.getClass());
    }

    List<Relation> relations(Object entity) {
        return model(entity).relations();
    }

    /** What an earlier flush removed is itself, even if a new entity has taken its id. */
    Object resolve(Object entity) {
        return ledger.isGone(entity) ? entity : view.resolve(entity);
    }

    Presence presence(Object entity) {
        return view.presenceOf(entity);
    }

    boolean isNew(Object entity) {
        return presence(entity) == Presence.NEW;
    }

    /** The pending entities, and the new ones that an earlier call left to the flush. */
    List<Object> pending() {
        List<Object> pending = new ArrayList<>(view.pending());
        for (Object owed : ledger.owed()) if (isNew(owed)) pending.add(owed);
        return pending;
    }

    /** Whether the entity has no row yet, so that everything about it is in memory. */
    boolean isUnwritten(Object entity) {
        Presence presence = presence(entity);
        return presence == Presence.NEW || presence == Presence.PENDING;
    }

    boolean isLoaded(Object entity, Relation relation) {
        return isUnwritten(entity) || view.isLoaded(entity, relation);
    }

    /** The present members without loading. */
    EntitySet members(Object entity, Relation relation) {
        return resolved(view.members(entity, relation));
    }

    /** The present members, loaded if necessary. */
    EntitySet loadedMembers(Object entity, Relation relation) {
        return resolved(view.load(entity, relation));
    }

    /** The members when the relation was last in step with the database. */
    EntitySet before(Object entity, Relation relation) {
        return resolved(view.before(entity, relation));
    }

    /** The entity that a reference names now, null if none; an unloaded one may be a proxy. */
    @Nullable
    Object reference(Object entity, Relation relation) {
        EntitySet members = members(entity, relation);
        return members.isEmpty() ? null : members.list().get(0);
    }

    /** The parent that the child's own attribute names, null if it has no attribute or names none. */
    @Nullable
    Object parentByReference(Object child, ForeignKey key) {
        Relation childSide = key.childSide();
        return childSide == null ? null : reference(child, childSide);
    }

    /** Whether the contract has entities whose rows no removal may reach. */
    boolean hasProtectedEntities() {
        return contract.entities().stream().anyMatch(EntityModel::isProtected);
    }

    /** How deep the table of an entity lies below the tables that it refers to. */
    int depth(Object entity) {
        return depths.of(model(entity));
    }

    private EntitySet resolved(Collection<? extends @Nullable Object> members) {
        EntitySet set = new EntitySet();
        for (Object member : members) if (member != null) set.add(resolve(member));
        return set;
    }
}
