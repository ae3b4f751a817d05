/** Entity classes of a scenario's model, made at run time with real mapping annotations. */
@NullMarked
package io.github.cascadecontract.conformance.model;

import org.jspecify.annotations.NullMarked;
