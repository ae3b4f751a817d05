package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.mapping.CollectionMapping;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.sessions.Session;

/** Refuses what the adapter does not take, all at once. */
final class MappingChecks {
    private final List<String> problems = new ArrayList<>();

    private MappingChecks() {}

    /**
     * Checks a contract against the persistence unit that shall fulfil it.
     *
     * @throws UnsupportedMappingException with all problems, if there is any
     */
    static void check(CascadeContract contract, Session session) {
        MappingChecks checks = new MappingChecks();
        for (EntityModel entity : contract.entities()) {
            if (session.getDescriptor(entity.type()) == null)
                checks.refuse(entity.name(), "not an entity of this persistence unit");
            entity.relations().forEach(checks::check);
        }
        if (!checks.problems.isEmpty()) throw new UnsupportedMappingException(EclipseLinkCascade.NAME, checks.problems);
    }

    /** Rows that EclipseLink does not write for the contract would keep the place that they had. */
    private void check(Relation relation) {
        CollectionMapping collection = relation.mapping().collection();
        boolean ordered = collection != null && collection.orderColumn() != null;
        boolean written = relation.keySide() == KeySide.TARGET && relation.key().childSide() != null;
        if (ordered && !written)
            refuse(
                    relation.toString(),
                    "@OrderColumn without mappedBy to a reference of the child; give the child a reference, or use @OrderBy");
    }

    private void refuse(String where, String feature) {
        problems.add(where + ": " + feature);
    }
}
