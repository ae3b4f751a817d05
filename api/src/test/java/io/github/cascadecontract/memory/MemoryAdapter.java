package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import javax.sql.DataSource;

/** The adapter of the stories as an application sees it. The data source is not used. */
public final class MemoryAdapter implements PersistenceAdapter {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String provider() {
        return "Maps";
    }

    @Override
    public String providerVersion() {
        return "0";
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        return new MemorySessions(contract);
    }
}
