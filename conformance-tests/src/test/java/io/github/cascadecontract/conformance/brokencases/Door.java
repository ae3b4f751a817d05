package io.github.cascadecontract.conformance.brokencases;

import java.util.function.Consumer;

/** How a case reaches the database. */
interface Door<W> extends AutoCloseable {
    /** Commits when the work returns, and rolls back when it fails. */
    void inTransaction(Consumer<W> work);

    @Override
    void close();
}
