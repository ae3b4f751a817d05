/** Whole operations, measured as ratios in one run beside raw JDBC and beside the provider alone. */
@NullMarked
package io.github.cascadecontract.benchmarks;

import org.jspecify.annotations.NullMarked;
