package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.error.StaleEntityException;
import org.eclipse.persistence.queries.UpdateObjectQuery;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** An UPDATE that finds no row is an error, also without a version (rule TX-3). */
final class StaleUpdates extends SessionEventAdapter {
    @Override
    public void preExecuteCall(SessionEvent event) {
        Internals.expectRow(event.getCall());
    }

    @Override
    public void noRowsModified(SessionEvent event) {
        boolean unversioned = event.getQuery() instanceof UpdateObjectQuery update
                && !update.getDescriptor().usesOptimisticLocking();
        if (unversioned)
            throw new StaleEntityException(event.getQuery().getDescriptor().getAlias(), null);
    }
}
