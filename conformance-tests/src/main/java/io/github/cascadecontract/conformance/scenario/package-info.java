/**
 * Scenarios as data: foreign keys, relations, rows, steps and what happened, read from a file and checked before anything runs.
 * Knows neither databases nor providers.
 */
@NullMarked
package io.github.cascadecontract.conformance.scenario;

import org.jspecify.annotations.NullMarked;
