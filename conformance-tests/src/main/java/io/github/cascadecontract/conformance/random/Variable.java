package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.util.HashSet;
import java.util.Set;

/** An entity that steps have a name for, as far as the generator follows what becomes of it. */
final class Variable {
    private final String name;
    private final String entity;
    private final Origin origin;
    private final Set<String> loaded = new HashSet<>();

    /** How it came to its name. */
    enum Origin {
        MADE,
        FOUND
    }

    Variable(String name, String entity, Origin origin) {
        this.name = name;
        this.entity = entity;
        this.origin = origin;
    }

    String name() {
        return name;
    }

    String entity() {
        return entity;
    }

    boolean isMade() {
        return origin == Origin.MADE;
    }

    boolean is(String wanted) {
        return entity.equals(wanted);
    }

    void load(RelationSetting relation) {
        loaded.add(relation.attribute());
    }

    boolean isLoaded(RelationSetting relation) {
        return loaded.contains(relation.attribute());
    }

    @Override
    public String toString() {
        return name;
    }
}
