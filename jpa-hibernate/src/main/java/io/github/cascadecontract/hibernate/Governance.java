package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionEventListener;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** A contract over one session factory: what its entities look like there, and its sessions. */
final class Governance {
    private final CascadeContract contract;
    private final ProviderOperations provider;
    private final MissedDeletes missed;
    private final Map<EntityPersister, Optional<MappedEntity>> entities = new ConcurrentHashMap<>();
    private final Map<EventSource, GovernedSession> sessions = new ConcurrentHashMap<>();

    Governance(CascadeContract contract, ProviderOperations provider, MissedDeletes missed) {
        this.contract = contract;
        this.provider = provider;
        this.missed = missed;
    }

    /** The governance of a session's factory; found by its listener, so that no static has to know it. */
    static @Nullable GovernedSession sessionOf(EventSource session) {
        Governance governance = of(session.getFactory());
        return governance == null ? null : governance.session(session);
    }

    static void require(CascadeContract contract, EntityManagerFactory factory) {
        Governance governance = of(factory.unwrap(SessionFactoryImplementor.class));
        if (governance == null || governance.contract != contract)
            throw new IllegalArgumentException(
                    "The EntityManagerFactory is not under this contract. Create it with HibernateCascade.settings(contract) of the same contract object.");
    }

    @SuppressWarnings("deprecation") // there is no other way to ask which listeners are registered
    static @Nullable Governance of(SessionFactoryImplementor factory) {
        for (Object listener : factory.getEventListenerRegistry()
                .getEventListenerGroup(EventType.FLUSH)
                .listeners()) if (listener instanceof FlushListener governed) return governed.governance();
        return null;
    }

    CascadeContract contract() {
        return contract;
    }

    ProviderOperations provider() {
        return provider;
    }

    MissedDeletes missed() {
        return missed;
    }

    /** How many sessions are remembered. */
    int openSessions() {
        return sessions.size();
    }

    GovernedSession session(EventSource session) {
        GovernedSession known = sessions.get(session);
        return known == null ? begin(session) : known;
    }

    /** The entity of the contract behind a persister, null if the contract does not have it. */
    @Nullable
    MappedEntity entity(EntityPersister persister) {
        Optional<MappedEntity> known = entities.get(persister);
        return (known == null ? entities.computeIfAbsent(persister, this::map) : known).orElse(null);
    }

    /** Whether the contract has the entity's class; a proxy counts as what it stands for. */
    boolean governs(Object entity) {
        return contract.find(entity.getClass()).isPresent();
    }

    private Optional<MappedEntity> map(EntityPersister persister) {
        return contract.find(persister.getMappedClass()).map(model -> new MappedEntity(model, persister));
    }

    private GovernedSession begin(EventSource session) {
        GovernedSession governed = new GovernedSession(this, session);
        sessions.put(session, governed);
        session.addEventListeners(new SessionEventListener() {
            @Override
            public void transactionCompletion(boolean successful) {
                governed.transactionEnded(successful);
            }

            @Override
            public void end() {
                sessions.remove(session);
            }
        });
        return governed;
    }
}
