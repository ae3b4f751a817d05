package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.event.spi.EvictEvent;
import org.hibernate.event.spi.EvictEventListener;

/** Hands detach of an entity of the contract to the engine. */
final class EvictListener implements EvictEventListener {
    private final Governance governance;
    private final List<EvictEventListener> provider;

    EvictListener(Governance governance, List<EvictEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onEvict(EvictEvent event) {
        Object entity = event.getObject();
        if (entity != null && governance.governs(entity))
            governance.session(event.getSession()).detach(entity);
        else provider.forEach(listener -> listener.onEvict(event));
    }
}
