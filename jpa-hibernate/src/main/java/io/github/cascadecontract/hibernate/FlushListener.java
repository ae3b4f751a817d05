package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;

/** Lets the engine decide before Hibernate flushes. */
final class FlushListener implements FlushEventListener {
    private final Governance governance;
    private final List<FlushEventListener> provider;

    FlushListener(Governance governance, List<FlushEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    Governance governance() {
        return governance;
    }

    @Override
    public void onFlush(FlushEvent event) {
        governance.session(event.getSession()).flush(() -> provider.forEach(listener -> listener.onFlush(event)));
    }
}
