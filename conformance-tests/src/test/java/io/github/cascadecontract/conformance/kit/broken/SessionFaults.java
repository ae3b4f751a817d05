package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.merge.MergeOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Adapters whose session does something else than it was asked for. */
final class SessionFaults {
    private SessionFaults() {}

    static BrokenAdapter swallowsErrors() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public void persist(Object entity) {
                quietly(() -> good.persist(entity));
            }

            @Override
            public <T> T merge(T entity, MergeOption... options) {
                try {
                    return good.merge(entity, options);
                } catch (CascadeException swallowed) {
                    return entity;
                }
            }

            @Override
            public void refresh(Object entity) {
                quietly(() -> good.refresh(entity));
            }

            @Override
            public void flush() {
                quietly(good::flush);
            }

            @Override
            public void commit() {
                quietly(good::commit);
            }

            private void quietly(Runnable operation) {
                try {
                    operation.run();
                } catch (CascadeException swallowed) {
                    // That is the fault.
                }
            }
        });
    }

    static BrokenAdapter adoptsAlways() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public <T> T merge(T entity, MergeOption... options) {
                return good.merge(
                        entity,
                        Stream.concat(Arrays.stream(options), Stream.of(MergeOption.adopt()))
                                .toArray(MergeOption[]::new));
            }
        });
    }

    static BrokenAdapter mergesEverything() {
        return withOptions(option -> !(option instanceof MergeOption.Only));
    }

    private static BrokenAdapter withOptions(Predicate<MergeOption> kept) {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public <T> T merge(T entity, MergeOption... options) {
                return good.merge(entity, Arrays.stream(options).filter(kept).toArray(MergeOption[]::new));
            }
        });
    }

    static BrokenAdapter refusesDetachedRemoval() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public void remove(Object entity) {
                if (!good.contains(entity)) {
                    throw new IllegalArgumentException("not managed");
                }
                good.remove(entity);
            }
        });
    }

    static BrokenAdapter keepsRemovalMarks() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            private final Set<Object> removed = Collections.newSetFromMap(new IdentityHashMap<>());

            @Override
            public void remove(Object entity) {
                removed.add(entity);
                good.remove(entity);
            }

            @Override
            public void persist(Object entity) {
                if (!removed.contains(entity)) {
                    good.persist(entity);
                }
            }
        });
    }

    static BrokenAdapter flushesAtRemove() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public void remove(Object entity) {
                good.remove(entity);
                good.flush();
            }
        });
    }

    /** Cascades REMOVE at the call, over the rows as they are: what has moved in memory is marked, too. */
    static BrokenAdapter cascadesAtCall() {
        return BrokenAdapter.contractSession((good, contract, dataSource) -> new SessionWrapper(good) {
            @Override
            public void remove(Object entity) {
                good.remove(entity);
                contract.entity(entity.getClass()).relations().stream()
                        .filter(relation -> relation.isCollection() && relation.removes())
                        .map(relation -> relation.attribute().get(entity))
                        .filter(Objects::nonNull)
                        .forEach(children ->
                                List.copyOf((Collection<?>) children).forEach(good::remove));
            }
        });
    }

    static BrokenAdapter staysManagedAfterSavepoint() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public void clear() {}
        });
    }

    static BrokenAdapter commitsOnRollback() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public void rollback() {
                good.commit();
            }
        });
    }

    static BrokenAdapter managesEverything() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public boolean contains(Object entity) {
                return true;
            }
        });
    }

    static BrokenAdapter clearsAfterNativeStatements() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public <T> T unwrap(Class<T> type) {
                good.clear();
                return good.unwrap(type);
            }
        });
    }

    static BrokenAdapter forgetsToCommit() {
        return BrokenAdapter.session(good -> new SessionWrapper(good) {
            @Override
            public void commit() {
                good.flush();
                good.rollback();
            }
        });
    }
}
