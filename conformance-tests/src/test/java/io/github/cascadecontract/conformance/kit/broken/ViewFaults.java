package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.conformance.kit.jdbc.Seams;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Adapters that tell the engine what is not so. */
final class ViewFaults {
    private ViewFaults() {}

    static BrokenAdapter loadsEverything() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public boolean isLoaded(Object entity, Relation relation) {
                good.load(entity, relation);
                return true;
            }
        });
    }

    static BrokenAdapter loadsNothing() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public Collection<?> load(Object entity, Relation relation) {
                return good.isLoaded(entity, relation) ? good.load(entity, relation) : List.of();
            }
        });
    }

    static BrokenAdapter takesUnloadedForEmpty() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public boolean isLoaded(Object entity, Relation relation) {
                return true;
            }
        });
    }

    static BrokenAdapter takesLoadedForUnloaded() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public boolean isLoaded(Object entity, Relation relation) {
                return relation.keySide() != KeySide.TARGET && good.isLoaded(entity, relation);
            }
        });
    }

    static BrokenAdapter blindToBackReferences() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public boolean mayHaveChanged(Object entity, Relation relation) {
                return relation.keySide() != KeySide.SOURCE && good.mayHaveChanged(entity, relation);
            }
        });
    }

    static BrokenAdapter blindToCollections() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public boolean mayHaveChanged(Object entity, Relation relation) {
                return !relation.isCollection() && good.mayHaveChanged(entity, relation);
            }
        });
    }

    static BrokenAdapter dropsNulls() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public Collection<?> members(Object entity, Relation relation) {
                return good.members(entity, relation).stream()
                        .filter(Objects::nonNull)
                        .toList();
            }
        });
    }

    /** Knows a detached entity only while it stands for a managed one. */
    static BrokenAdapter takesDetachedForNew() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public Presence presenceOf(Object entity) {
                Presence presence = good.presenceOf(entity);
                return presence == Presence.DETACHED ? Presence.NEW : presence;
            }
        });
    }

    /** Merge finds no row, whatever the id. */
    static BrokenAdapter findsNoRow() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public Object find(EntityModel entity, Object id) {
                return null;
            }
        });
    }

    /** Children of other parents are not noticed: the parent is what the given object says. */
    static BrokenAdapter forgetsWhatWas() {
        return broken(good -> new ViewWrapper(good) {
            @Override
            public Collection<?> before(Object entity, Relation relation) {
                return List.of();
            }
        });
    }

    private static BrokenAdapter broken(UnaryOperator<PersistenceView> fault) {
        return BrokenAdapter.inside(Seams.view(fault));
    }
}
