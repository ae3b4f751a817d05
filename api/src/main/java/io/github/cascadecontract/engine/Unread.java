package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.List;

/** Reads nothing and notes what a removal would read. */
final class Unread implements Reading {
    private final Graph graph;
    private final List<Place> places = new ArrayList<>();

    Unread(Graph graph) {
        this.graph = graph;
    }

    /** A relation of an entity that is not in memory. */
    record Place(Object entity, Relation relation) {}

    /** What would be read. */
    List<Place> places() {
        return places;
    }

    /** Additions that wait in an unread collection are in memory. */
    @Override
    public EntitySet members(Object entity, Relation relation) {
        note(entity, relation);
        return graph.members(entity, relation);
    }

    @Override
    public EntitySet referred(Object entity, Relation relation) {
        return note(entity, relation) ? new EntitySet() : graph.members(entity, relation);
    }

    private boolean note(Object entity, Relation relation) {
        if (graph.isLoaded(entity, relation)) return false;
        return places.add(new Place(entity, relation));
    }
}
