package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What EclipseLink must be told. */
final class Settings {
    private static final String BATCH_SIZE = "1000";

    private Settings() {}

    static Map<String, Object> of(CascadeContract contract, Mode mode) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(PersistenceUnitProperties.WEAVING, "false");
        settings.put(PersistenceUnitProperties.SHARED_CACHE_MODE, "NONE");
        settings.put(PersistenceUnitProperties.DDL_GENERATION, "none");
        settings.put(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        settings.put(PersistenceUnitProperties.BATCH_WRITING_SIZE, BATCH_SIZE);
        settings.put(PersistenceUnitProperties.PERSISTENCE_CONTEXT_COMMIT_ORDER, "Id");
        settings.put(PersistenceUnitProperties.JOIN_EXISTING_TRANSACTION, "true");
        settings.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, customizer(contract, mode));
        if (mode == Mode.CONTRACT)
            settings.put(PersistenceUnitProperties.PERSISTENCE_CONTEXT_PERSIST_ON_COMMIT, "false");
        return settings;
    }

    private static SessionCustomizer customizer(CascadeContract contract, Mode mode) {
        return mode == Mode.CONTRACT ? new ContractCustomizer(contract) : new NativeCustomizer(contract);
    }
}
