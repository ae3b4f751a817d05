package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;

/**
 * At flush the engine has made managed what PERSIST reaches. Hibernate's own walk must not go on from there: it would cancel
 * removals and enter detached entities (rule PER-1).
 */
final class PersistOnFlushListener implements PersistEventListener {
    private final Governance governance;
    private final List<PersistEventListener> provider;

    PersistOnFlushListener(Governance governance, List<PersistEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onPersist(PersistEvent event) {
        if (isLeftToHibernate(event)) provider.forEach(listener -> listener.onPersist(event));
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext context) {
        if (isLeftToHibernate(event)) provider.forEach(listener -> listener.onPersist(event, context));
    }

    /** A new entity of the contract arrives here only from an entity outside the contract. */
    private boolean isLeftToHibernate(PersistEvent event) {
        Object entity = event.getObject();
        if (event.getSession().getPersistenceContextInternal().isEntryFor(entity)) return !governance.governs(entity);
        return !governance.governs(entity)
                || governance.session(event.getSession()).isNew(entity);
    }
}
