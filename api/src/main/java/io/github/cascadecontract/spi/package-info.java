/** What the author of an adapter implements, and the few services that adapters share. */
@NullMarked
package io.github.cascadecontract.spi;

import org.jspecify.annotations.NullMarked;
