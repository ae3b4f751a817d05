package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;

/** The settings of a factory. */
final class Settings {
    private static final int BATCH_SIZE = 50;

    /**
     * Hibernate's own checks are off: the engine has checked, and only it knows what a removed entity is still named by. A
     * commit after an error fails as Jakarta Persistence asks, instead of rolling back without a word (rule TX-1).
     */
    private static final Map<String, Object> OF_THE_CONTRACT = Map.of(
            AvailableSettings.CHECK_NULLABILITY, false,
            AvailableSettings.UNOWNED_ASSOCIATION_TRANSIENT_CHECK, false,
            AvailableSettings.JPA_TRANSACTION_COMPLIANCE, true);

    private Settings() {}

    static Map<String, Object> of(CascadeContract contract, Mode mode) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(JpaSettings.INTEGRATOR_PROVIDER, integrators(contract, mode));
        settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH_SIZE);
        if (mode == Mode.CONTRACT) settings.putAll(OF_THE_CONTRACT);
        return settings;
    }

    /** A persistence unit of the contract's entities over a data source. */
    static PersistenceConfiguration configuration(CascadeContract contract, DataSource dataSource, Mode mode) {
        return new HibernatePersistenceConfiguration("cascade-contract")
                .managedClasses(contract.entityClasses())
                .properties(of(contract, mode))
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                .property(AvailableSettings.CLASSLOADERS, classLoaders(contract));
    }

    /** Hibernate asks the database for its version, but does not tell why it got no answer. */
    static void requireConnection(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.getMetaData();
        } catch (SQLException refused) {
            throw new PersistenceException("no connection", refused);
        }
    }

    private static IntegratorProvider integrators(CascadeContract contract, Mode mode) {
        Integrator integrator = switch (mode) {
            case CONTRACT -> new ContractIntegrator(contract);
            case NATIVE -> new NativeIntegrator(contract);
        };
        return () -> List.of(integrator);
    }

    /** Entity classes may be generated at run time. */
    private static List<ClassLoader> classLoaders(CascadeContract contract) {
        return Arrays.stream(contract.entityClasses())
                .map(Class::getClassLoader)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
