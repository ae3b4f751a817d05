package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens sessions. */
final class JdbcSessions implements PersistenceSessions {
    private final CascadeContract contract;
    private final DataSource dataSource;
    private final Seams seams;
    private final LazyTypes lazyTypes;

    JdbcSessions(CascadeContract contract, DataSource dataSource, Seams seams) {
        this.contract = contract;
        this.dataSource = dataSource;
        this.seams = seams;
        this.lazyTypes = new LazyTypes(contract);
    }

    @Override
    public CascadeContract contract() {
        return contract;
    }

    @Override
    public PersistenceSession open() {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            return new JdbcSession(contract, connection, lazyTypes, seams);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (!type.isInstance(dataSource)) {
            throw new IllegalArgumentException("Only the DataSource is offered, not " + type.getName());
        }
        return type.cast(dataSource);
    }

    @Override
    public void close() {}
}
