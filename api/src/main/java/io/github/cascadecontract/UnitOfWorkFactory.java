package io.github.cascadecontract;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.AdapterLookupException;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Opens units of work that fulfil one contract on one database. May be shared between threads.
 *
 * <pre>{@code
 * try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(contract, dataSource)) {
 *     factory.inTransaction(work -> work.remove(work.find(User.class, 1L)));
 * }
 * }</pre>
 */
public final class UnitOfWorkFactory implements AutoCloseable {
    private final PersistenceSessions sessions;

    private UnitOfWorkFactory(PersistenceSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Connects with the only adapter on the class path.
     *
     * @param contract what shall happen to the children
     * @param dataSource where connections come from; it stays open when the factory is closed
     * @throws AdapterLookupException if no adapter or more than one is found; the message lists them
     */
    public static UnitOfWorkFactory open(CascadeContract contract, DataSource dataSource) {
        return new UnitOfWorkFactory(Adapters.only().connect(contract, dataSource, Mode.CONTRACT));
    }

    /**
     * Connects with the adapter of the given name, such as {@code hibernate}, {@code eclipselink} or {@code mybatis}.
     *
     * @throws AdapterLookupException if there is no adapter of that name; the message lists those found
     */
    public static UnitOfWorkFactory open(String adapter, CascadeContract contract, DataSource dataSource) {
        return new UnitOfWorkFactory(Adapters.named(adapter).connect(contract, dataSource, Mode.CONTRACT));
    }

    /** Units of work over an adapter that is connected already; the entry classes of adapters call it. */
    public static UnitOfWorkFactory over(PersistenceSessions sessions) {
        return new UnitOfWorkFactory(sessions);
    }

    /** The contract that this factory's units of work fulfil. */
    public CascadeContract contract() {
        return sessions.contract();
    }

    /** Begins a unit of work for the calling thread. Close it. */
    public UnitOfWork begin() {
        return GuardedUnitOfWork.begin(sessions);
    }

    /** Runs work in a unit of work of its own: commits when it returns, rolls back when it fails. */
    public void inTransaction(Consumer<UnitOfWork> work) {
        callInTransaction(unitOfWork -> {
            work.accept(unitOfWork);
            return true;
        });
    }

    /**
     * Runs work in a unit of work of its own and returns its result: commits when it returns, rolls back when it fails.
     *
     * @param work must not keep the unit of work beyond its end
     */
    public <R> R callInTransaction(Function<UnitOfWork, R> work) {
        try (UnitOfWork unitOfWork = begin()) {
            R result = work.apply(unitOfWork);
            unitOfWork.commit();
            return result;
        }
    }

    /**
     * The provider's own factory: {@code EntityManagerFactory} or {@code SqlSessionFactory}.
     *
     * @throws IllegalArgumentException if the adapter does not offer it
     */
    public <T> T unwrap(Class<T> type) {
        return sessions.unwrap(type);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
