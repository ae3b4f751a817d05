package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.rule.Rule;
import java.util.List;

/**
 * Which new entities merge persists at the call, and which wait for the flush. A provider may insert a row with an identity
 * id as soon as it is persisted; one that takes the place of another in a one-to-one must not come before that one has given
 * way (rule ORP-7), and what refers to it must not come before it.
 */
final class GivenInserts {
    private final EntityMap<Because> now = new EntityMap<>();
    private final EntitySet later = new EntitySet();

    GivenInserts(GivenGraph given, EntitySet replacing) {
        for (GivenEntity entity : given.entities())
            if (entity.isNew() && replacing.contains(entity.target()) && isIdentity(entity)) later.add(entity.target());
        while (spreads(given.memberships())) continue;
        for (GivenEntity entity : given.entities())
            if (entity.isNew() && !later.contains(entity.target()))
                now.putIfAbsent(entity.target(), Because.asked(Rule.MER_5));
    }

    EntityMap<Because> now() {
        return now;
    }

    EntitySet later() {
        return later;
    }

    private boolean spreads(List<GivenGraph.Members> memberships) {
        boolean found = false;
        for (GivenGraph.Members members : memberships)
            for (Object target : members.targets()) found |= spreads(members, target);
        return found;
    }

    private boolean spreads(GivenGraph.Members members, Object target) {
        Relation relation = members.relation();
        GivenEntity holder = members.holder();
        return switch (relation.keySide()) {
            case TARGET -> later.contains(holder.target()) && later.add(target);
            case SOURCE -> holder.isNew() && later.contains(target) && later.add(holder.target());
            case LINK_TABLE -> false;
        };
    }

    private static boolean isIdentity(GivenEntity entity) {
        return entity.model().mapping().ids().stream().anyMatch(id -> id.generation() == IdGeneration.IDENTITY);
    }

    /** Whether the members of a relation are about to take the place of another one. */
    static boolean isReplacement(Relation relation, EntitySet before, EntitySet wanted) {
        boolean oneToOne = relation.keySide() == KeySide.TARGET && !relation.isCollection();
        return oneToOne && !before.without(wanted).isEmpty();
    }
}
