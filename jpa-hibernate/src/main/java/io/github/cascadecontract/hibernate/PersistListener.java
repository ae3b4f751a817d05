package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;

/** Hands persist of an entity of the contract to the engine. */
final class PersistListener implements PersistEventListener {
    private final Governance governance;
    private final List<PersistEventListener> provider;

    PersistListener(Governance governance, List<PersistEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onPersist(PersistEvent event) {
        if (governance.governs(event.getObject()))
            governance.session(event.getSession()).persist(event.getObject());
        else provider.forEach(listener -> listener.onPersist(event));
    }

    /** A cascaded event: the engine has decided what the persist reaches. */
    @Override
    public void onPersist(PersistEvent event, PersistContext context) {
        if (governance.governs(event.getObject()))
            governance.session(event.getSession()).cascadePersist(event.getObject());
        else provider.forEach(listener -> listener.onPersist(event, context));
    }
}
