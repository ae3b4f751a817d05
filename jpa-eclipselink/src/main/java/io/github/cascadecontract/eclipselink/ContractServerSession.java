package io.github.cascadecontract.eclipselink;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Map;
import org.eclipse.persistence.config.ReferenceMode;
import org.eclipse.persistence.exceptions.ValidationException;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.sessions.ExclusiveIsolatedClientSession;
import org.eclipse.persistence.internal.sessions.IsolatedClientSession;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.sessions.Project;
import org.eclipse.persistence.sessions.coordination.MetadataRefreshListener;
import org.eclipse.persistence.sessions.server.ClientSession;
import org.eclipse.persistence.sessions.server.ConnectionPolicy;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** EclipseLink's session of a persistence unit, with units of work that ask the contract. */
final class ContractServerSession extends ServerSession {
    private static final long serialVersionUID = 1L;

    private transient @Nullable EntityManagerSetupImpl setup;

    ContractServerSession(Project project) {
        super(project);
    }

    @Override
    public void setRefreshMetadataListener(@Nullable MetadataRefreshListener listener) {
        super.setRefreshMetadataListener(listener);
        if (listener instanceof EntityManagerSetupImpl unfinished) setup = unfinished;
    }

    /** The first thing that EclipseLink asks for after it has decided not to read the metadata. */
    @Override
    public DatabasePlatform getPlatform() {
        if (setup != null) readMetadata(setup);
        return super.getPlatform();
    }

    /** The metadata was read. */
    @Override
    public void initializeDescriptors() {
        setup = null;
        super.initializeDescriptors();
    }

    /** EclipseLink takes a project out of a cache for a complete one; this one is not. */
    private static void readMetadata(EntityManagerSetupImpl setup) {
        try {
            Field decision = EntityManagerSetupImpl.class.getDeclaredField("shouldBuildProject");
            decision.setAccessible(true);
            decision.setBoolean(setup, true);
        } catch (ReflectiveOperationException | InaccessibleObjectException refused) {
            throw new IllegalStateException(
                    "EclipseLink does not let the adapter make its sessions. Use EclipseLink 5.0 on the class path, or open org.eclipse.persistence.internal.jpa to the adapter's module.",
                    refused);
        }
    }

    @Override
    public ClientSession acquireClientSession(ConnectionPolicy policy, @Nullable Map properties) {
        if (!isConnected()) throw ValidationException.loginBeforeAllocatingClientSessions();
        complete(policy);
        ClientSession client = policy.isExclusive()
                ? new ExclusiveClient(this, policy, properties)
                : new SharingClient(this, policy, properties);
        if (!policy.isLazy()) acquireClientConnection(client);
        return client;
    }

    private void complete(ConnectionPolicy policy) {
        if (!policy.isPooled() && policy.getLogin() == null) {
            policy.setPoolName(getDefaultConnectionPolicy().getPoolName());
            policy.setLogin(getDefaultConnectionPolicy().getLogin());
        }
        if (!policy.isPooled()) return;
        ConnectionPool pool = getConnectionPools().get(policy.getPoolName());
        if (pool == null) throw ValidationException.poolNameDoesNotExist(policy.getPoolName());
        policy.setLogin(pool.getLogin());
    }

    private static final class SharingClient extends IsolatedClientSession implements CountedSession {
        private static final long serialVersionUID = 1L;

        private final transient FlushCounts counts = new FlushCounts();

        SharingClient(ServerSession parent, ConnectionPolicy policy, @Nullable Map<?, ?> properties) {
            super(parent, policy, properties);
        }

        @Override
        public FlushCounts counts() {
            return counts;
        }

        @Override
        public RepeatableWriteUnitOfWork acquireRepeatableWriteUnitOfWork(ReferenceMode references) {
            return new ContractUnitOfWork(this, references, Governance.of(getParent()));
        }
    }

    private static final class ExclusiveClient extends ExclusiveIsolatedClientSession implements CountedSession {
        private static final long serialVersionUID = 1L;

        private final transient FlushCounts counts = new FlushCounts();

        ExclusiveClient(ServerSession parent, ConnectionPolicy policy, @Nullable Map<?, ?> properties) {
            super(parent, policy, properties);
        }

        @Override
        public FlushCounts counts() {
            return counts;
        }

        @Override
        public RepeatableWriteUnitOfWork acquireRepeatableWriteUnitOfWork(ReferenceMode references) {
            return new ContractUnitOfWork(this, references, Governance.of(getParent()));
        }
    }
}
