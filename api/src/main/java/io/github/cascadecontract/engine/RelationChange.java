package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;

/**
 * The net change of one relation of one entity between two flushes (rule PER-3).
 *
 * @param owner the entity that has the relation
 * @param relation the relation
 * @param gained members that came
 * @param lost members that went
 * @param holdsNull whether a collection holds null (rule PER-5)
 */
record RelationChange(Object owner, Relation relation, EntitySet gained, EntitySet lost, boolean holdsNull) {}
