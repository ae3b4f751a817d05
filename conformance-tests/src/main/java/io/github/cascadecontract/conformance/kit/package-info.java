/**
 * The conformance suite for JUnit: an author of an adapter extends
 * {@link io.github.cascadecontract.conformance.kit.CascadeConformance} and supplies the adapter.
 */
@NullMarked
package io.github.cascadecontract.conformance.kit;

import org.jspecify.annotations.NullMarked;
