package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entities that a scenario has names for. */
final class Variables {
    private final Map<String, Held> held = new HashMap<>();
    private final Finder finder;

    /**
     * Makes a scenario's variables.
     *
     * @param finder asked for an entity whose unit of work has ended
     */
    Variables(Finder finder) {
        this.finder = finder;
    }

    /** How an object came to its name. */
    enum Origin {
        /** A step made it. */
        NEW,
        /** It was found in the database. */
        FOUND
    }

    /** What finds an entity again. */
    @FunctionalInterface
    interface Finder {
        @Nullable
        Object find(EntityType type, Object id);
    }

    void put(String name, EntityType type, @Nullable Object object, Origin origin) {
        held.put(name, new Held(type, object, origin));
    }

    /** The unit of work has ended: what is used later is found again by id. */
    void outdate() {
        held.values().forEach(variable -> variable.outdated = true);
    }

    /** Returns the object as it is. */
    @Nullable
    Object asItIs(String name) {
        return held(name).object;
    }

    EntityType type(String name) {
        return held(name).type;
    }

    /** Returns the object, found again if its unit of work has ended; one whose row is gone stays the old, detached object. */
    Object get(String name) {
        Held variable = held(name);
        if (variable.outdated) {
            variable.outdated = false;
            variable.renew(finder);
        }
        return Objects.requireNonNull(variable.object, () -> "the row of " + name + " was not found");
    }

    RelationSetting relation(String name, String attribute) {
        return type(name).relation(attribute).orElseThrow();
    }

    boolean isNew(Object object) {
        return held.values().stream().anyMatch(variable -> variable.object == object && variable.origin == Origin.NEW);
    }

    private Held held(String name) {
        return Objects.requireNonNull(held.get(name), name);
    }

    private static final class Held {
        private final EntityType type;
        private @Nullable Object object;
        private Origin origin;
        private boolean outdated;

        Held(EntityType type, @Nullable Object object, Origin origin) {
            this.type = type;
            this.object = object;
            this.origin = origin;
        }

        void renew(Finder finder) {
            Object id = object == null ? null : type.id(object);
            Object found = id == null ? null : finder.find(type, id);
            if (found != null) {
                object = found;
                origin = Origin.FOUND;
            }
        }
    }
}
