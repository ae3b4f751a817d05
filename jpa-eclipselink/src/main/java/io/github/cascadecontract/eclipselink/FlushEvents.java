package io.github.cascadecontract.eclipselink;

import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Lets the engine decide before EclipseLink looks for changes, and finishes what it decided. */
final class FlushEvents extends SessionEventAdapter {
    private final Governance governance;

    FlushEvents(Governance governance) {
        this.governance = governance;
    }

    @Override
    public void preFlushUnitOfWork(SessionEvent event) {
        governance.unit(event.getSession()).beginFlush();
    }

    @Override
    public void postCalculateUnitOfWorkChangeSet(SessionEvent event) {
        CascadeUnit unit = governance.existingUnit(event.getSession());
        if (unit != null) unit.changesCalculated();
    }

    @Override
    public void postFlushUnitOfWork(SessionEvent event) {
        governance.unit(event.getSession()).endFlush();
    }

    @Override
    public void preCommitUnitOfWork(SessionEvent event) {
        governance.unit(event.getSession()).beginCommit();
    }

    @Override
    public void postCommitUnitOfWork(SessionEvent event) {
        governance.unit(event.getSession()).committed();
    }
}
