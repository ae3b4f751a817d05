/** The comparison: all scenarios on all adapters, natively and under the contract, and the report about it. */
@NullMarked
package io.github.cascadecontract.conformance;

import org.jspecify.annotations.NullMarked;
