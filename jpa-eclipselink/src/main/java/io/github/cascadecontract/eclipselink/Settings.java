package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What EclipseLink must be told. */
final class Settings {
    private static final String BATCH_SIZE = "1000";
    private static final String WOVEN = "org.eclipse.persistence.internal.weaving.PersistenceWeaved";

    private Settings() {}

    static Map<String, Object> of(CascadeContract contract, Mode mode) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(PersistenceUnitProperties.WEAVING, isWoven(contract) ? "static" : "false");
        settings.put(PersistenceUnitProperties.SHARED_CACHE_MODE, "NONE");
        settings.put(PersistenceUnitProperties.DDL_GENERATION, "none");
        settings.put(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        settings.put(PersistenceUnitProperties.BATCH_WRITING_SIZE, BATCH_SIZE);
        settings.put(PersistenceUnitProperties.PERSISTENCE_CONTEXT_COMMIT_ORDER, "Id");
        settings.put(PersistenceUnitProperties.JOIN_EXISTING_TRANSACTION, "true");
        settings.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, customizer(contract, mode));
        if (mode == Mode.CONTRACT) settings.putAll(ofContract());
        return settings;
    }

    private static Map<String, Object> ofContract() {
        return Map.of(
                PersistenceUnitProperties.PERSISTENCE_CONTEXT_PERSIST_ON_COMMIT,
                "false",
                PersistenceUnitProperties.PROJECT_CACHE,
                new ContractProjects());
    }

    /** Classes that are loaded can no longer be woven, but they may have been. */
    private static boolean isWoven(CascadeContract contract) {
        return Arrays.stream(contract.entityClasses())
                .flatMap(type -> Arrays.stream(type.getInterfaces()))
                .anyMatch(woven -> woven.getName().equals(WOVEN));
    }

    private static SessionCustomizer customizer(CascadeContract contract, Mode mode) {
        return mode == Mode.CONTRACT ? new ContractCustomizer(contract) : new NativeCustomizer(contract);
    }
}
