package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.List;

/** Sessions over one set of rows. */
public final class MemorySessions implements PersistenceSessions {
    private final CascadeContract contract;
    private final MemoryDatabase database;
    private int open;
    private boolean closed;

    public MemorySessions(CascadeContract contract) {
        this.contract = contract;
        this.database = new MemoryDatabase(contract);
    }

    public List<String> rows() {
        return database.rows.all().keySet().stream().map(RowKey::toString).toList();
    }

    /** How many sessions were opened and not closed. */
    public int openSessions() {
        return open;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public CascadeContract contract() {
        return contract;
    }

    @Override
    public PersistenceSession open() {
        open++;
        return new TransactedSession(contract, database, () -> open--);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (!type.isInstance(this)) throw new IllegalArgumentException(type.getName());
        return type.cast(this);
    }

    @Override
    public void close() {
        closed = true;
    }
}
