/** Tables and rows of a scenario: DDL, seed, and what is in the tables in the end. */
@NullMarked
package io.github.cascadecontract.conformance.schema;

import org.jspecify.annotations.NullMarked;
