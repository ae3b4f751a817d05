package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.FailureTranslator;
import io.github.cascadecontract.spi.Mode;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** An entity manager factory that the adapter makes by itself. */
final class OwnFactory {
    private final CascadeContract contract;
    private final Set<Class<?>> managedClasses;

    OwnFactory(CascadeContract contract) {
        this.contract = contract;
        this.managedClasses = ManagedClasses.of(contract);
    }

    EntityManagerFactory open(DataSource dataSource, Mode mode) {
        PersistenceConfiguration configuration = configuration(dataSource, mode);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // EclipseLink loads entity classes by name, from the context class loader.
        thread.setContextClassLoader(new EntityClassLoader(managedClasses, before));
        try {
            return new PersistenceProvider().createEntityManagerFactory(configuration);
        } catch (RuntimeException failure) {
            throw new FailureTranslator(contract).translate(failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private PersistenceConfiguration configuration(DataSource dataSource, Mode mode) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("cascade-" + UUID.randomUUID());
        configuration.provider(PersistenceProvider.class.getName());
        managedClasses.forEach(configuration::managedClass);
        configuration.properties(Settings.of(contract, mode));
        configuration.property(PersistenceUnitProperties.NON_JTA_DATASOURCE, dataSource);
        configuration.property(PersistenceUnitProperties.DEPLOY_ON_STARTUP, "true");
        configuration.property(PersistenceUnitProperties.TARGET_DATABASE, "PostgreSQL");
        configuration.property(PersistenceUnitProperties.LOGGING_LEVEL, "OFF");
        return configuration;
    }
}
