package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.event.spi.EvictEvent;
import org.hibernate.event.spi.EvictEventListener;

/** Tells the engine what is detached. */
final class EvictListener implements EvictEventListener {
    private final Governance governance;
    private final List<EvictEventListener> provider;

    EvictListener(Governance governance, List<EvictEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onEvict(EvictEvent event) {
        GovernedSession session = governance.session(event.getSession());
        // An entity whose row is gone does not take along those that DETACH would reach.
        if (session.isForgetting()) return;
        if (event.getObject() != null && governance.governs(event.getObject())) session.detached(event.getObject());
        provider.forEach(listener -> listener.onEvict(event));
    }
}
