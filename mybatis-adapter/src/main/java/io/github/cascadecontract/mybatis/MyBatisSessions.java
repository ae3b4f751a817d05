package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSessionFactory;

/** The connected adapter. It made nothing that would have to be released. */
final class MyBatisSessions implements PersistenceSessions {
    private final CascadeContract contract;
    private final SqlSessionFactory factory;
    private final Function<SessionTransaction, PersistenceSession> sessions;

    MyBatisSessions(
            CascadeContract contract,
            SqlSessionFactory factory,
            Function<SessionTransaction, PersistenceSession> sessions) {
        this.contract = contract;
        this.factory = factory;
        this.sessions = sessions;
    }

    @Override
    public CascadeContract contract() {
        return contract;
    }

    @Override
    public PersistenceSession open() {
        return sessions.apply(SessionTransaction.begin(factory));
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type == SqlSessionFactory.class) return type.cast(factory);
        throw new IllegalArgumentException("The MyBatis adapter offers SqlSessionFactory, not " + type.getName());
    }

    @Override
    public void close() {
        // The data source or factory was given and stays open.
    }
}
