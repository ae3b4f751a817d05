package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceSession;
import java.util.Set;

/** A session whose rows come back unless it is committed. */
final class TransactedSession implements PersistenceSession {
    private final CascadeContract contract;
    private final MemoryDatabase database;
    private final MemorySession session;
    private final Rows before;
    private final Set<LinkRows.Link> linksBefore;
    private final Runnable onClose;
    private boolean committed;

    TransactedSession(CascadeContract contract, MemoryDatabase database, Runnable onClose) {
        this.contract = contract;
        this.database = database;
        this.session = new MemorySession(contract, database);
        this.before = database.rows.copy();
        this.linksBefore = Set.copyOf(database.links.all());
        this.onClose = onClose;
    }

    MemorySession session() {
        return session;
    }

    @Override
    public <T> T find(Class<T> type, Object id) {
        return type.cast(session.findForCaller(contract.entity(type), id));
    }

    @Override
    public void persist(Object entity) {
        session.persist(entity);
    }

    @Override
    public void remove(Object entity) {
        session.engine.remove(entity);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T merge(T entity, MergeOption... options) {
        return (T) session.merge(entity, options);
    }

    @Override
    public void refresh(Object entity) {
        session.refresh(entity);
    }

    @Override
    public void clear() {
        session.clear();
    }

    @Override
    public RemovalPlan plan(Object entity) {
        return session.engine.plan(entity);
    }

    @Override
    public void detach(Object entity) {
        session.detach(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return session.contains(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return session.isLoaded(
                entity, contract.entity(entity.getClass()).relation(attribute).orElseThrow());
    }

    @Override
    public void flush() {
        session.flush();
    }

    @Override
    public void commit() {
        session.flush();
        committed = true;
    }

    @Override
    public void rollback() {
        database.rows.restore(before);
        database.links.restore(linksBefore);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (!type.isInstance(this)) throw new IllegalArgumentException(type.getName());
        return type.cast(this);
    }

    @Override
    public void close() {
        if (!committed) rollback();
        onClose.run();
    }
}
