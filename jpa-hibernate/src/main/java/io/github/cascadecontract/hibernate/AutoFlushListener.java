package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventSource;

/**
 * Before a query Hibernate flushes only if its own pending statements concern the query's tables. What the engine would do
 * is not among them, so everything is flushed as soon as the engine has something to do.
 */
final class AutoFlushListener implements AutoFlushEventListener {
    private final Governance governance;
    private final List<AutoFlushEventListener> provider;

    AutoFlushListener(Governance governance, List<AutoFlushEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        EventSource session = event.getSession();
        if (flushesBeforeQueries(session) && governance.session(session).flushBeforeQuery())
            event.setFlushRequired(true);
        else provider.forEach(listener -> listener.onAutoFlush(event));
    }

    private static boolean flushesBeforeQueries(EventSource session) {
        FlushMode mode = session.getHibernateFlushMode();
        return mode == FlushMode.AUTO || mode == FlushMode.ALWAYS;
    }
}
