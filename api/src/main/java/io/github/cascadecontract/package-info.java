/** What applications call: the unit of work, its factory, and the look-up of adapters. */
@NullMarked
package io.github.cascadecontract;

import org.jspecify.annotations.NullMarked;
