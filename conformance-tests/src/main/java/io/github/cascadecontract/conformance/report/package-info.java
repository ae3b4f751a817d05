/** What a comparison found, as values, and the ways to read it: results.json, index.html and a short table. */
@NullMarked
package io.github.cascadecontract.conformance.report;

import org.jspecify.annotations.NullMarked;
