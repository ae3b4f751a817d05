package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.ClearEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreInsertEventListener;

/** Sets this library's listeners in place of those that it finds; each passes on what is not the contract's. */
final class Listeners {
    private final EventListenerRegistry registry;

    Listeners(EventListenerRegistry registry) {
        this.registry = registry;
    }

    void register(CascadeContract contract, MissedDeletes missed) {
        ProviderOperations provider = new ProviderOperations(
                found(EventType.PERSIST), found(EventType.DELETE), found(EventType.REFRESH), found(EventType.EVICT));
        Governance governance = new Governance(contract, provider, missed);
        replace(EventType.PERSIST, found -> new PersistListener(governance, found));
        replace(EventType.PERSIST_ONFLUSH, found -> new PersistOnFlushListener(governance, found));
        replace(EventType.DELETE, found -> new DeleteListener(governance, found));
        replace(EventType.MERGE, found -> new MergeListener(governance, found));
        replace(EventType.REFRESH, found -> new RefreshListener(governance, found));
        replace(EventType.EVICT, found -> new EvictListener(governance, found));
        replace(EventType.INIT_COLLECTION, found -> new InitializeCollectionListener(governance, found));
        replace(EventType.FLUSH, found -> new FlushListener(governance, found));
        replace(EventType.AUTO_FLUSH, found -> new AutoFlushListener(governance, found));
        ClearEventListener clear =
                event -> governance.session(event.getSession()).clear();
        registry.appendListeners(EventType.CLEAR, clear);
        PreInsertEventListener beforeInsert = event -> event.getSession() instanceof EventSource session
                && governance.session(session).pendingRows().isHandled(event.getEntity());
        registry.appendListeners(EventType.PRE_INSERT, beforeInsert);
    }

    @SuppressWarnings("unchecked")
    private <T> void replace(EventType<T> type, Function<List<T>, T> replacement) {
        registry.setListeners(type, replacement.apply(found(type)));
    }

    @SuppressWarnings("deprecation") // firing on the group would reach the replacement again
    private <T> List<T> found(EventType<T> type) {
        List<T> found = new ArrayList<>();
        registry.getEventListenerGroup(type).listeners().forEach(found::add);
        return found;
    }
}
