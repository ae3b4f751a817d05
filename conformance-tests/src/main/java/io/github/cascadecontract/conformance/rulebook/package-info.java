/** Which scenarios prove which rule, and the contract as a document: generated, so that text, rules and scenarios cannot drift apart. */
@NullMarked
package io.github.cascadecontract.conformance.rulebook;

import org.jspecify.annotations.NullMarked;
