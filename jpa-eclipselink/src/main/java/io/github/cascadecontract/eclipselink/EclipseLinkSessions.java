package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Sessions over an entity manager factory, with the contract or, for comparison, without. */
final class EclipseLinkSessions implements PersistenceSessions {
    private final CascadeContract contract;
    private final EntityManagerFactory emf;
    private final @Nullable Governance governance;
    private final Runnable closing;

    private EclipseLinkSessions(
            CascadeContract contract, EntityManagerFactory emf, @Nullable Governance governance, Runnable closing) {
        this.contract = contract;
        this.emf = emf;
        this.governance = governance;
        this.closing = closing;
    }

    static EclipseLinkSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
        EntityManagerFactory emf = new OwnFactory(contract).open(dataSource, mode);
        return new EclipseLinkSessions(contract, emf, governanceOf(emf), emf::close);
    }

    static EclipseLinkSessions over(CascadeContract contract, EntityManagerFactory emf) {
        Governance governance = governanceOfGiven(emf);
        if (governance == null || governance.contract() != contract) throw ungoverned(null);
        return new EclipseLinkSessions(contract, emf, governance, () -> {});
    }

    private static @Nullable Governance governanceOfGiven(EntityManagerFactory emf) {
        try {
            return governanceOf(emf);
        } catch (PersistenceException otherProvider) {
            throw ungoverned(otherProvider);
        }
    }

    private static IllegalArgumentException ungoverned(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The EntityManagerFactory is not EclipseLink's or does not fulfil this contract. Create it with the properties that EclipseLinkCascade.settings(contract) returns for the same contract.",
                cause);
    }

    private static @Nullable Governance governanceOf(EntityManagerFactory emf) {
        return Governance.of(emf.unwrap(ServerSession.class));
    }

    @Override
    public CascadeContract contract() {
        return contract;
    }

    @Override
    public PersistenceSession open() {
        return EclipseLinkSession.begin(emf, governance);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(emf)) return type.cast(emf);
        throw new IllegalArgumentException("EclipseLink offers EntityManagerFactory here, not " + type.getName());
    }

    @Override
    public void close() {
        closing.run();
    }
}
