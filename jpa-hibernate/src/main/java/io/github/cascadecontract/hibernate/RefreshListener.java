package io.github.cascadecontract.hibernate;

import java.util.List;
import java.util.function.Consumer;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;

/** Hands refresh of an entity of the contract to the engine. */
final class RefreshListener implements RefreshEventListener {
    private final Governance governance;
    private final List<RefreshEventListener> provider;

    RefreshListener(Governance governance, List<RefreshEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onRefresh(RefreshEvent event) {
        refresh(event, listener -> listener.onRefresh(event));
    }

    @Override
    public void onRefresh(RefreshEvent event, RefreshContext context) {
        refresh(event, listener -> listener.onRefresh(event, context));
    }

    private void refresh(RefreshEvent event, Consumer<RefreshEventListener> natively) {
        if (governance.governs(event.getObject()))
            governance.session(event.getSession()).refresh(event.getObject(), event.getLockOptions());
        else provider.forEach(natively);
    }
}
