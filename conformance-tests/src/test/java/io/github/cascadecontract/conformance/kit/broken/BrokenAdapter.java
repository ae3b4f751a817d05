package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.conformance.kit.jdbc.JdbcCascade;
import io.github.cascadecontract.conformance.kit.jdbc.Seams;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A good adapter with one fault. */
public final class BrokenAdapter implements PersistenceAdapter {
    private static final SessionFault NO_FAULT = (good, contract, dataSource) -> good;

    private final PersistenceAdapter good;
    private final UnaryOperator<DataSource> statements;
    private final SessionFault session;

    private BrokenAdapter(PersistenceAdapter good, UnaryOperator<DataSource> statements, SessionFault session) {
        this.good = good;
        this.statements = statements;
        this.session = session;
    }

    /** A fault in the sessions. */
    public BrokenAdapter(BiFunction<PersistenceSession, DataSource, PersistenceSession> fault) {
        this(
                new JdbcCascade(),
                UnaryOperator.identity(),
                (session, contract, dataSource) -> fault.apply(session, dataSource));
    }

    /** What stands before a good session. */
    interface SessionFault {
        PersistenceSession before(PersistenceSession good, CascadeContract contract, DataSource dataSource);
    }

    /** A fault between the parts of the adapter. */
    static BrokenAdapter inside(Seams fault) {
        return new BrokenAdapter(new JdbcCascade(fault), UnaryOperator.identity(), NO_FAULT);
    }

    /** A fault in the sessions. */
    static BrokenAdapter session(UnaryOperator<PersistenceSession> fault) {
        return new BrokenAdapter((good, dataSource) -> fault.apply(good));
    }

    /** A fault in the statements. */
    static BrokenAdapter statements(UnaryOperator<DataSource> fault) {
        return new BrokenAdapter(new JdbcCascade(), fault, NO_FAULT);
    }

    /** A fault in the sessions that looks at the contract. */
    static BrokenAdapter contractSession(SessionFault fault) {
        return new BrokenAdapter(new JdbcCascade(), UnaryOperator.identity(), fault);
    }

    /** A fault in the sessions and in the statements. */
    static BrokenAdapter both(UnaryOperator<DataSource> statements, UnaryOperator<PersistenceSession> session) {
        return new BrokenAdapter(new JdbcCascade(), statements, (good, contract, dataSource) -> session.apply(good));
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
        PersistenceSessions sessions = good.connect(contract, statements.apply(dataSource), mode);
        return new PersistenceSessions() {
            @Override
            public CascadeContract contract() {
                return contract;
            }

            @Override
            public PersistenceSession open() {
                return session.before(sessions.open(), contract, dataSource);
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
