package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;

/** How a removal comes to know what a relation holds: it reads it, or notes that it would. */
interface Reading {
    /** The children or far entities of a removed entity. */
    EntitySet members(Object entity, Relation relation);

    /** What the reference of a removed entity names; an unloaded proxy is read when it is visited. */
    EntitySet referred(Object entity, Relation relation);

    /** Reads what is not in memory. */
    static Reading now(Graph graph) {
        return new Reading() {
            @Override
            public EntitySet members(Object entity, Relation relation) {
                return graph.loadedMembers(entity, relation);
            }

            @Override
            public EntitySet referred(Object entity, Relation relation) {
                return graph.members(entity, relation);
            }
        };
    }
}
