/**
 * The command line: finds the entity classes of a compiled application, reads their contract, and prints what a check finds or
 * what a removal would do.
 */
@NullMarked
package io.github.cascadecontract.cli;

import org.jspecify.annotations.NullMarked;
