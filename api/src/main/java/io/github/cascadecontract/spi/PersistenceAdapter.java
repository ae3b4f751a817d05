package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import javax.sql.DataSource;

/** The entry of an adapter, found by {@link java.util.ServiceLoader}. It needs a public constructor without arguments. */
public interface PersistenceAdapter {
    /** The name by which an application asks for it, such as {@code hibernate}. */
    String name();

    /** Name of the provider for reports, such as {@code Hibernate ORM}. */
    String provider();

    /** Version of the provider on the class path. */
    String providerVersion();

    /**
     * Connects a contract with a database.
     *
     * @param contract what to fulfil
     * @param dataSource where from to take connections; not closed by the adapter
     * @param mode under the contract, or as the provider does by itself
     * @throws UnsupportedMappingException if the contract has a mapping that the adapter does not take
     */
    PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode);
}
