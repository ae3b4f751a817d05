package io.github.cascadecontract.engine;

import java.util.List;

/**
 * What a flush decided, before it is written as steps.
 *
 * @param assignments which parent each child has that changed
 * @param removals what goes
 * @param written what gets a row
 * @param changes the changes of what stays
 */
record Decisions(Assignments assignments, Removals removals, EntitySet written, List<RelationChange> changes) {}
