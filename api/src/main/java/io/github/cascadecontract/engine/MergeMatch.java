package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.NewEntity;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds for every given object the managed entity of the same id, reading what is needed and writing nothing (MER-5). */
final class MergeMatch {
    private final Graph graph;
    private final Ledger ledger;
    private final GivenGraph given = new GivenGraph();
    private final Map<Object, Map<MergeScope, GivenEntity>> visited = new IdentityHashMap<>();
    private final Map<RowId, Object> newRows = new HashMap<>();
    private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
    private final Deque<GivenEntity> open = new ArrayDeque<>();

    MergeMatch(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    GivenGraph match(Object root, MergeScope scope) {
        visit(root, scope, null);
        while (!open.isEmpty()) readRelations(open.poll());
        return given;
    }

    private Object visit(Object object, MergeScope scope, @Nullable Relation over) {
        Map<MergeScope, GivenEntity> scopes = visited.computeIfAbsent(object, absent -> new HashMap<>());
        GivenEntity known = scopes.get(scope);
        if (known != null) return known.target();
        GivenEntity entity = identify(object, scope, over);
        scopes.put(scope, entity);
        checkVersion(entity);
        given.add(entity);
        open.add(entity);
        return entity.target();
    }

    private GivenEntity identify(Object object, MergeScope scope, @Nullable Relation over) {
        EntityModel model = graph.model(object);
        Relation back = over == null || over.keySide() != KeySide.TARGET
                ? null
                : over.key().childSide();
        Presence presence = graph.presence(object);
        refuseRemoved(object, model);
        Object content = initialized(object, model);
        if (presence == Presence.MANAGED || presence == Presence.PENDING)
            return new GivenEntity(content, model, content, GivenEntity.Kind.ITSELF, scope, back);
        Object id = graph.view().idOf(content);
        Object found = id == null ? null : find(model, id);
        if (found != null) return new GivenEntity(content, model, found, GivenEntity.Kind.FOUND, scope, back);
        Object made = id == null ? copy(content, model) : newRow(model, id, content);
        return new GivenEntity(content, model, made, GivenEntity.Kind.NEW, scope, back);
    }

    private Object initialized(Object object, EntityModel model) {
        Object content = graph.view().initialize(object);
        if (content == null) throw gone(model);
        return content;
    }

    private @Nullable Object find(EntityModel model, Object id) {
        Object found = graph.view().find(model, id);
        if (found != null) refuseRemoved(found, model);
        return found;
    }

    private Object newRow(EntityModel model, Object id, Object content) {
        if (model.mapping().identity().isGenerated()) throw gone(model);
        return newRows.computeIfAbsent(new RowId(model.root(), id), absent -> copy(content, model));
    }

    private Object copy(Object content, EntityModel model) {
        return copies.computeIfAbsent(content, absent -> NewEntity.of(model));
    }

    private void readRelations(GivenEntity holder) {
        for (Relation relation : holder.model().relations()) {
            if (relation == holder.back() || !holder.scope().includes(relation)) continue;
            if (!isGiven(holder, relation)) continue;
            boolean merges = relation.cascades(CascadeType.MERGE);
            if (!merges && (relation.isCollection() || relation.keySide() == KeySide.TARGET)) continue;
            given.add(new GivenGraph.Members(holder, relation, members(holder, relation, merges)));
        }
    }

    /** A null collection and what was not loaded say nothing (rule MER-2). */
    private boolean isGiven(GivenEntity holder, Relation relation) {
        Object object = holder.object();
        if (relation.isCollection() && relation.attribute().get(object) == null) return false;
        return holder.isNew() || graph.view().isLoaded(object, relation);
    }

    private EntitySet members(GivenEntity holder, Relation relation, boolean merges) {
        if (!holder.isNew() && relation.keySide() != KeySide.SOURCE)
            graph.view().load(holder.target(), relation);
        Collection<? extends @Nullable Object> members = graph.view().members(holder.object(), relation);
        EntitySet targets = new EntitySet();
        for (Object member : members) {
            if (member == null) throw nullElement(relation);
            targets.add(merges ? visit(member, holder.scope().below(relation), relation) : reference(member));
        }
        return targets;
    }

    /** Of a reference without MERGE the target is set and none of its values copied (rule MER-4). */
    private Object reference(Object member) {
        Object resolved = graph.resolve(member);
        if (resolved != member || graph.presence(member) == Presence.MANAGED) return resolved;
        EntityModel model = graph.model(member);
        Object id = graph.view().idOf(member);
        Object found = id == null ? member : graph.view().find(model, id);
        if (found == null) throw gone(model);
        return found;
    }

    private void refuseRemoved(Object entity, EntityModel model) {
        if (!ledger.isMarked(entity) && !ledger.isGone(entity)) return;
        throw new RemovedEntityException(new Refusal(
                model.name(),
                Rule.MER_9,
                "the entity to merge onto is marked for removal or removed",
                "Merge before the removal, or begin a new unit of work."));
    }

    private void checkVersion(GivenEntity entity) {
        BasicMapping version = entity.model().mapping().version();
        if (version == null || entity.kind() != GivenEntity.Kind.FOUND) return;
        if (!entity.scope().includes(version.attribute())) return;
        Object value = version.attribute().get(entity.object());
        if (value == null || Objects.equals(value, version.attribute().get(entity.target()))) return;
        throw new StaleEntityException(new Refusal(
                entity.model().name(),
                Rule.MER_8,
                "the given version is not that of the row",
                "Read the entity again and repeat the change."));
    }

    private static StaleEntityException gone(EntityModel model) {
        return new StaleEntityException(new Refusal(
                model.name(),
                Rule.MER_7,
                "there is no row with the given id, and ids are generated",
                "Leave the id out to insert a new row, or treat the entity as removed by someone else."));
    }

    private static NullElementException nullElement(Relation relation) {
        return new NullElementException(
                new Refusal(relation.toString(), Rule.PER_5, "the given collection holds null", "Take the null out."));
    }

    private record RowId(EntityModel model, Object id) {}
}
