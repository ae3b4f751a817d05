/**
 * What was sent to the database, and what became of its rows.
 *
 * <p>{@link io.github.cascadecontract.conformance.recording.StatementRecorder} sees the statements of the client and so
 * knows what was read. {@link io.github.cascadecontract.conformance.recording.RowAudit} sees the rows in the server and
 * so knows what was written, and by whom: no client sees what a foreign key does.
 */
@NullMarked
package io.github.cascadecontract.conformance.recording;

import org.jspecify.annotations.NullMarked;
