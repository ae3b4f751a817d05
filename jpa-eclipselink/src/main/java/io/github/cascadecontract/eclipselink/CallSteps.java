package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.PersistenceView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes what merge, refresh and detach do at the call. */
final class CallSteps {
    private final Governance governance;
    private final Internals internals;
    private final Arrivals arrivals;
    private final PersistenceView view;
    private @Nullable Object asked;
    private @Nullable Supplier<@Nullable Object> query;

    CallSteps(Governance governance, Internals internals, Arrivals arrivals, PersistenceView view) {
        this.view = view;
        this.governance = governance;
        this.internals = internals;
        this.arrivals = arrivals;
    }

    /** The application has a query of its own to read this entity with, one that locks perhaps. */
    void readWith(Object entity, Supplier<@Nullable Object> own) {
        asked = entity;
        query = own;
    }

    void copyValues(Step.CopyValues step) {
        internals.partial().complete(step.entity());
        step.values().forEach((attribute, value) -> copy(attribute, step.entity(), value));
    }

    /** Sets an attribute that is not a relation; what is in a collection is copied, not the collection itself. */
    @SuppressWarnings("unchecked") // the contract compares both attributes' types
    private static void copy(Attribute attribute, Object entity, @Nullable Object value) {
        Object now = attribute.get(entity);
        if (now instanceof Collection<?> held && value instanceof Collection<?> given) {
            List<Object> copied = new ArrayList<>(given);
            held.clear();
            ((Collection<Object>) held).addAll(copied);
        } else if (now instanceof Map<?, ?> held && value instanceof Map<?, ?> given) {
            Map<Object, Object> copied = new LinkedHashMap<>(given);
            held.clear();
            ((Map<Object, Object>) held).putAll(copied);
        } else attribute.set(entity, value);
    }

    /** What an unread reference refers to is known without reading it. */
    void assign(Step.Assign step) {
        MappedRelation mapped = governance.mapping(step.relation());
        RelationValues relations = internals.relations();
        boolean isUnread = !mapped.isCollection() && !relations.isLoaded(mapped, step.entity());
        Iterator<?> before =
                isUnread ? view.members(step.entity(), step.relation()).iterator() : Collections.emptyIterator();
        if (before.hasNext()) relations.replaceUnread(mapped, step.entity(), before.next(), step.members());
        else relations.assign(mapped, step.entity(), step.members());
    }

    /** EclipseLink takes all collections for unread afterwards; those that were read are read again. */
    void refresh(Step.Refresh step) {
        Object entity = step.entity();
        EntityModel model = governance.contract().entity(entity.getClass());
        List<Relation> loaded = model.relations().stream()
                .filter(relation -> internals.relations().isLoaded(governance.mapping(relation), entity))
                .toList();
        if (reread(entity) == null) throw gone(model);
        for (Relation relation : loaded) internals.relations().value(governance.mapping(relation), entity);
    }

    private @Nullable Object reread(Object entity) {
        return query != null && entity == asked ? query.get() : internals.reread(entity);
    }

    void detach(Step.Detach step) {
        if (arrivals.isPending(step.entity())) arrivals.discard(step.entity());
        internals.forget(step.entity());
    }

    private static StaleEntityException gone(EntityModel model) {
        return new StaleEntityException(new Refusal(
                model.name(),
                Rule.REF_1,
                "the row that was to be read again is gone",
                "Treat the entity as removed by someone else, or roll back."));
    }
}
