package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.FailureTranslator;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.Version;

/**
 * The adapter for Hibernate ORM. An application that builds its own {@code EntityManagerFactory} passes the settings of a
 * contract; from then on every {@code EntityManager} of that factory fulfils it:
 *
 * <pre>{@code
 * EntityManagerFactory factory = Persistence.createEntityManagerFactory("unit", HibernateCascade.settings(contract));
 * UnitOfWorkFactory units = HibernateCascade.factory(contract, factory);
 * }</pre>
 *
 * <p>What stays Hibernate's: an IDENTITY column gives its id by the INSERT, which Hibernate sends when persist is called, so
 * that such an entity has a row from then on, and replacing a one-to-one by it meets the unique key first; an inverse one-to-one
 * is loaded with its owner unless the classes are enhanced; a key without an attribute of the child, and a link, is written
 * without a new version of the entity. {@code @PreRemove} is called by the flush. A member of a map whose key is NULL is
 * not loaded.
 */
public final class HibernateCascade implements PersistenceAdapter {
    /** For {@link java.util.ServiceLoader}. */
    public HibernateCascade() {}

    /**
     * The settings that put a new factory under a contract: an integrator, JDBC batches, and no nullability check in front
     * of the database. A setting that the application gives itself replaces one of these.
     *
     * @param contract what the factory's entity managers shall fulfil
     * @return a map to pass when the factory is created; creating it raises {@link UnsupportedMappingException} if the
     *     contract does not fit the persistence unit
     */
    public static Map<String, Object> settings(CascadeContract contract) {
        return Settings.of(contract, Mode.CONTRACT);
    }

    /**
     * Units of work over a factory that the application created with the {@link #settings} of the same contract.
     *
     * @param contract the contract
     * @param factory the application's factory; it stays open when the result is closed
     * @throws IllegalArgumentException if the factory was created without these settings
     */
    public static UnitOfWorkFactory factory(CascadeContract contract, EntityManagerFactory factory) {
        Governance.require(contract, factory);
        return UnitOfWorkFactory.over(HibernateSessions.borrowing(contract, factory));
    }

    @Override
    public String name() {
        return "hibernate";
    }

    @Override
    public String provider() {
        return "Hibernate ORM";
    }

    @Override
    public String providerVersion() {
        return Version.getVersionString();
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        try {
            Settings.requireConnection(dataSource);
            EntityManagerFactory factory =
                    Settings.configuration(contract, dataSource, mode).createEntityManagerFactory();
            return HibernateSessions.owning(contract, factory);
        } catch (RuntimeException failure) {
            throw new FailureTranslator(contract).translate(failure);
        }
    }
}
