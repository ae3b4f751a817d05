/**
 * The contract against chance: random models and random steps, which all adapters must answer alike. A sequence on which they do not
 * agree is shrunk and told as a scenario in the format of the recorded ones.
 */
@NullMarked
package io.github.cascadecontract.conformance.random;

import org.jspecify.annotations.NullMarked;
