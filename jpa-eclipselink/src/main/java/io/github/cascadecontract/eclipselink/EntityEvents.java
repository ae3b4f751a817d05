package io.github.cascadecontract.eclipselink;

import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;

/** Tells the unit of work what EclipseLink does with single entities. */
final class EntityEvents extends DescriptorEventAdapter {
    private final Governance governance;

    EntityEvents(Governance governance) {
        this.governance = governance;
    }

    @Override
    public void prePersist(DescriptorEvent event) {
        governance.unit(event.getSession()).registered(event.getSource());
    }

    @Override
    public void preRemove(DescriptorEvent event) {
        governance.unit(event.getSession()).removing(event.getSource());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void aboutToInsert(DescriptorEvent event) {
        CascadeUnit unit = governance.existingUnit(event.getSession());
        if (unit != null) unit.completeInsert(event.getSource(), event.getRecord()::put);
    }
}
