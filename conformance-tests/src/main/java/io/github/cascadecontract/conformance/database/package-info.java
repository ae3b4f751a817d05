/**
 * The PostgreSQL that the suite runs on: embedded, a server of the user's, or one in a container, and the schemas in
 * it.
 *
 * <p>{@link io.github.cascadecontract.conformance.database.TestDatabase} is the door. Whatever it starts it also
 * removes, at the latest when the next one is opened.
 */
@NullMarked
package io.github.cascadecontract.conformance.database;

import org.jspecify.annotations.NullMarked;
