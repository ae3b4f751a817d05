/** AssertJ assertions for tests of applications: what a removal would do, and whether contract and schema agree. */
@NullMarked
package io.github.cascadecontract.assertj;

import org.jspecify.annotations.NullMarked;
