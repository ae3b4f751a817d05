package io.github.cascadecontract.eclipselink;

import java.util.Map;
import org.eclipse.persistence.jpa.metadata.ProjectCache;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.sessions.Project;
import org.eclipse.persistence.sessions.server.Server;

/**
 * Hands out an empty project whose session is the adapter's own. A project cache is the one place where EclipseLink lets
 * somebody else make the session of a persistence unit; the metadata is read as ever.
 */
final class ContractProjects implements ProjectCache {
    @Override
    public Project retrieveProject(Map<String, ?> properties, ClassLoader loader, SessionLog log) {
        return new ContractProject();
    }

    /** Nothing is cached. */
    @Override
    public void storeProject(Project project, Map<String, ?> properties, SessionLog log) {}

    private static final class ContractProject extends Project {
        private static final long serialVersionUID = 1L;

        ContractProject() {
            super(new CountingAccessor.Login());
        }

        @Override
        public Server createServerSession() {
            return new ContractServerSession(this);
        }
    }
}
