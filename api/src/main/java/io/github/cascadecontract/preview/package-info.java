/** Counts the rows of a removal in the database: the client's part as outlined, and what the foreign keys do then. */
@NullMarked
package io.github.cascadecontract.preview;

import org.jspecify.annotations.NullMarked;
