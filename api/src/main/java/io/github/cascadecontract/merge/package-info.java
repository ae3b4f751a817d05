/** What a call of merge copies, and what it may take from others. */
@NullMarked
package io.github.cascadecontract.merge;

import org.jspecify.annotations.NullMarked;
