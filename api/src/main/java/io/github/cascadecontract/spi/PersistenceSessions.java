package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.CascadeContract;

/** The connected adapter: it opens sessions and may be shared between threads. */
public interface PersistenceSessions extends AutoCloseable {
    /** The contract that it fulfils. */
    CascadeContract contract();

    /** Opens a session and begins its transaction. */
    PersistenceSession open();

    /**
     * The provider's own factory: an EntityManagerFactory, a SqlSessionFactory.
     *
     * @throws IllegalArgumentException if it is not offered
     */
    <T> T unwrap(Class<T> type);

    /** Releases what this object made itself; a factory or data source that was given stays open. */
    @Override
    void close();
}
