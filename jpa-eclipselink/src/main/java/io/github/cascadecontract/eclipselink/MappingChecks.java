package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.sessions.Session;

/** Refuses what the adapter does not take, all at once. */
final class MappingChecks {
    private static final Set<String> REFUSED_ON_CLASSES = Set.of("@Inheritance", "@IdClass", "@SecondaryTable");

    private static final String WOVEN = "org.eclipse.persistence.internal.weaving.PersistenceWeavedLazy";

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
                checks.refuse(entity, "not an entity of this persistence unit");
            checks.check(entity);
        }
        if (!checks.problems.isEmpty()) throw new UnsupportedMappingException(EclipseLinkCascade.NAME, checks.problems);
    }

    private void check(EntityModel entity) {
        if (entity.mapping().id() == null) refuse(entity, "an id that is not one basic attribute");
        for (String feature : entity.mapping().otherFeatures()) {
            boolean onClass = REFUSED_ON_CLASSES.contains(feature) || feature.startsWith("entity superclass");
            boolean onRelation = feature.endsWith("@OrderColumn") || feature.endsWith("@MapsId");
            if (onClass || onRelation) refuse(entity, feature);
        }
        if (isWoven(entity.type())) refuse(entity, "a class woven for lazy references; leave eclipselink.weaving off");
        for (Relation relation : entity.relations()) check(relation);
        for (ForeignKey key : entity.referringKeys())
            if (key.columns().size() > 1) refuse(key.child(), "a key of several columns " + key.columns());
    }

    /** What a reference that is not read yet refers to is not known without a SELECT. */
    private static boolean isWoven(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .anyMatch(woven -> woven.getName().equals(WOVEN));
    }

    private void check(Relation relation) {
        if (relation.isCollection()
                && !Collection.class.isAssignableFrom(relation.attribute().type()))
            problems.add(relation + ": a " + relation.attribute().type().getSimpleName() + " instead of a Collection");
    }

    private void refuse(EntityModel entity, String feature) {
        problems.add(entity.name() + ": " + feature);
    }
}
