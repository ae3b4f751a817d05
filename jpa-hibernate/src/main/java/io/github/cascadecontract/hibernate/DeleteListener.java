package io.github.cascadecontract.hibernate;

import java.util.List;
import java.util.function.Consumer;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;

/** Hands remove of an entity of the contract to the engine; a detached one is refused as Hibernate refuses it. */
final class DeleteListener implements DeleteEventListener {
    private final Governance governance;
    private final List<DeleteEventListener> provider;

    DeleteListener(Governance governance, List<DeleteEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onDelete(DeleteEvent event) {
        remove(event, listener -> listener.onDelete(event));
    }

    @Override
    public void onDelete(DeleteEvent event, DeleteContext context) {
        remove(event, listener -> listener.onDelete(event, context));
    }

    private void remove(DeleteEvent event, Consumer<DeleteEventListener> natively) {
        Object entity = event.getObject();
        GovernedSession session = governance.session(event.getSession());
        if (governance.governs(entity) && !session.isFlushing() && !session.isDetached(entity)) session.remove(entity);
        else provider.forEach(natively);
    }
}
