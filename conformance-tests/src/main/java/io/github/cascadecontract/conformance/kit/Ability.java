package io.github.cascadecontract.conformance.kit;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an adapter can do beyond the least, as its author declares it. Scenarios that need an ability which is not declared are
 * shown as skipped, with the reason; they are never run and never green. Which abilities a scenario needs is read from its model
 * and its steps.
 */
public enum Ability {
    /** Relations with {@code OneToOne}. */
    ONE_TO_ONE("a one-to-one relation"),
    /** Relations with {@code ManyToMany}, that is link tables. */
    MANY_TO_MANY("a many-to-many relation"),
    /** A key column that no attribute of the child is mapped to. */
    UNIDIRECTIONAL_ONE_TO_MANY("a one-to-many whose child has no attribute for its parent"),
    /** A collection stays unread until it is used, and additions do not read it. */
    LAZY_COLLECTIONS("a collection that is not read before it is used"),
    /** An inverse one-to-one that is left out of {@code find}. */
    LAZY_ONE_TO_ONE("an inverse one-to-one that is not read before it is used"),
    /** A query of the provider that fills a collection with a part of its rows. */
    PARTIAL_COLLECTIONS("a collection that the provider has filled with a part of its rows"),
    /** {@code PersistenceSession.merge}. */
    MERGE("merge"),
    /** {@code PersistenceSession.refresh}. */
    REFRESH("refresh"),
    /** {@code PersistenceSession.detach}. */
    DETACH("detach"),
    /** {@code PersistenceSession.remove} of an entity that is no longer managed. */
    DETACHED_REMOVAL("the removal of a detached entity"),
    /** {@code PersistenceSession.clear} after a rollback to a savepoint. */
    SAVEPOINTS("savepoints"),
    /** {@code PersistenceSession.unwrap(Connection.class)} for statements of the application. */
    NATIVE_STATEMENTS("statements of the application on the unit of work's connection"),
    /** {@code PersistenceSession.plan}. No scenario needs it: without it those that remove are not planned first. */
    PLANS("a plan before a removal");

    private final String need;

    Ability(String need) {
        this.need = need;
    }

    /** Returns all abilities, which is what an adapter has that declares nothing. */
    public static Set<Ability> all() {
        return EnumSet.allOf(Ability.class);
    }

    /** Returns all abilities but the given ones. */
    public static Set<Ability> allBut(Ability first, Ability... more) {
        return EnumSet.complementOf(EnumSet.of(first, more));
    }

    /** Returns what a scenario needs, as the object of a sentence. */
    String need() {
        return need;
    }
}
