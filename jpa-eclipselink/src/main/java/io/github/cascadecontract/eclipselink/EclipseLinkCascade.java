package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.Version;

/**
 * The adapter for EclipseLink. An application that makes its own {@link EntityManagerFactory} passes {@link #settings} to
 * it; from then on every entity manager of that factory fulfils the contract.
 *
 * <pre>{@code
 * EntityManagerFactory emf =
 *         Persistence.createEntityManagerFactory("shop", EclipseLinkCascade.settings(contract));
 * UnitOfWorkFactory factory = EclipseLinkCascade.factory(contract, emf);
 * }</pre>
 */
public final class EclipseLinkCascade implements PersistenceAdapter {
    static final String NAME = "eclipselink";

    /** Called by {@link java.util.ServiceLoader}. */
    public EclipseLinkCascade() {}

    /**
     * Properties for the creation of an entity manager factory that shall fulfil a contract. They install the contract by
     * {@code eclipselink.session.customizer} and {@code eclipselink.project-cache}, switch weaving at load time, the shared
     * cache and the discovery of new objects at commit off, and let one transaction read and write on one connection, in
     * batches. The application may change the size of the batches, or add properties of its own. Entity classes may be
     * woven statically.
     *
     * @param contract what to fulfil
     * @return a new map
     */
    public static Map<String, Object> settings(CascadeContract contract) {
        return Settings.of(contract, Mode.CONTRACT);
    }

    /**
     * Units of work over an entity manager factory that was created with {@link #settings}.
     *
     * @param contract the contract given to {@code settings}
     * @param emf the factory; it stays open when the returned one is closed
     * @throws IllegalArgumentException if the factory was made without these settings or for another contract
     */
    public static UnitOfWorkFactory factory(CascadeContract contract, EntityManagerFactory emf) {
        return UnitOfWorkFactory.over(EclipseLinkSessions.over(contract, emf));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String provider() {
        return "EclipseLink";
    }

    @Override
    public String providerVersion() {
        return Version.getVersion();
    }

    /**
     * Makes an entity manager factory of its own, without {@code persistence.xml}.
     *
     * @throws UnsupportedMappingException if the contract has an {@code @OrderColumn} on a many-to-many or on a one-to-many
     *     whose children have no reference to their parent
     */
    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        return EclipseLinkSessions.connect(contract, dataSource, mode);
    }
}
