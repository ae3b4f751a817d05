package io.github.cascadecontract.eclipselink;

import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;

/** Remembers loaded entities, so that a detached one is known although its id was assigned (rule PER-4). */
final class LoadEvents extends DescriptorEventAdapter {
    private final Governance governance;

    LoadEvents(Governance governance) {
        this.governance = governance;
    }

    @Override
    public void postBuild(DescriptorEvent event) {
        governance.managed(event.getSource());
    }

    @Override
    public void postClone(DescriptorEvent event) {
        governance.managed(event.getSource());
    }
}
