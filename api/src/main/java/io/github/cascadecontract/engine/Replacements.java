package io.github.cascadecontract.engine;

/** Children that leave their place in a one-to-one in the same flush in which another one takes it (rule ORP-7). */
final class Replacements {
    private final Graph graph;
    private final Assignments assignments;
    private final EntitySet givingWay = new EntitySet();

    Replacements(Graph graph, Assignments assignments) {
        this.graph = graph;
        this.assignments = assignments;
        for (Assignment assignment : assignments.all()) if (givesWay(assignment)) givingWay.add(assignment.child());
    }

    /** Those that go first. */
    EntitySet givingWay() {
        return givingWay;
    }

    private boolean givesWay(Assignment assignment) {
        Object old = assignment.oldParent();
        if (!assignment.key().isOneToOne() || old == null || old == assignment.parent()) return false;
        return isTaken(assignment, old) && (assignment.parent() == null || isFree(assignment, assignment.parent()));
    }

    private boolean isTaken(Assignment assignment, Object old) {
        return assignments.childrenOf(assignment.key(), old).stream().anyMatch(child -> child != assignment.child());
    }

    /** Nobody leaves the new place in this flush, and its row is there already. */
    private boolean isFree(Assignment assignment, Object parent) {
        return !graph.isUnwritten(parent) && !assignments.isLeft(assignment.key(), parent);
    }
}
