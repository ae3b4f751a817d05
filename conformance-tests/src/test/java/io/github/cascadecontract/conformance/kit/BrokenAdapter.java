package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.mybatis.MyBatisCascade;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** A good adapter with one fault in its sessions. */
final class BrokenAdapter implements PersistenceAdapter {
    private final PersistenceAdapter good = new MyBatisCascade();
    private final BiFunction<PersistenceSession, DataSource, PersistenceSession> fault;

    BrokenAdapter(BiFunction<PersistenceSession, DataSource, PersistenceSession> fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public String provider() {
        return good.provider();
    }

    @Override
    public String providerVersion() {
        return good.providerVersion();
    }

    @Override
    public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        PersistenceSessions sessions = good.connect(contract, dataSource, mode);
        return new PersistenceSessions() {
            @Override
            public CascadeContract contract() {
                return contract;
            }

            @Override
            public PersistenceSession open() {
                return fault.apply(sessions.open(), dataSource);
            }

            @Override
            public <T> T unwrap(Class<T> type) {
                return sessions.unwrap(type);
            }

            @Override
            public void close() {
                sessions.close();
            }
        };
    }
}
