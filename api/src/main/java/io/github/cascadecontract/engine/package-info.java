/**
 * The decisions: who is an orphan, who moved, whose key is nulled, who is left to the database. A pure function from a
 * contract and the state of a unit of work to steps; it touches no database and no provider.
 */
@NullMarked
package io.github.cascadecontract.engine;

import org.jspecify.annotations.NullMarked;
