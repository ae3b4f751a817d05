package io.github.cascadecontract.conformance.run;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fetch join with a condition: how Jakarta Persistence gets a collection that holds part of the rows. */
final class FetchJoin {
    private FetchJoin() {}

    static @Nullable Object find(EntityManager entityManager, FilteredFind find) {
        List<String> columns = new ArrayList<>(find.condition().keySet());
        StringBuilder text = new StringBuilder("select e from %s e join fetch e.%s c where e.id = :id"
                .formatted(find.type().name(), find.attribute()));
        for (int i = 0; i < columns.size(); i++) {
            text.append(" and c.").append(columns.get(i)).append(" = :value").append(i);
        }
        TypedQuery<?> query =
                entityManager.createQuery(text.toString(), find.type().type());
        query.setParameter("id", find.id());
        for (int i = 0; i < columns.size(); i++) {
            query.setParameter("value" + i, find.condition().get(columns.get(i)));
        }
        List<?> found = query.getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
