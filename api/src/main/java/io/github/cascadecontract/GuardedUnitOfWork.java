package io.github.cascadecontract;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.report.FlushReport;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.FailureTranslator;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches over thread, state and errors of an adapter's session (rule TX-1). */
final class GuardedUnitOfWork implements UnitOfWork {
    private final CascadeContract contract;
    private final PersistenceSession session;
    private final FailureTranslator failures;
    private final LastFlush lastFlush;
    private final Thread owner = Thread.currentThread();
    private State state = State.OPEN;
    private @Nullable RuntimeException firstError;

    private GuardedUnitOfWork(CascadeContract contract, PersistenceSession session, FailureTranslator failures) {
        this.contract = contract;
        this.session = session;
        this.failures = failures;
        this.lastFlush = new LastFlush(session.rowCounter());
    }

    static UnitOfWork begin(PersistenceSessions sessions) {
        FailureTranslator failures = new FailureTranslator(sessions.contract());
        try {
            return new GuardedUnitOfWork(sessions.contract(), sessions.open(), failures);
        } catch (RuntimeException failure) {
            throw failures.translate(failure);
        }
    }

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
        Objects.requireNonNull(id, "id");
        contract.entity(type);
        return guarded("find", () -> session.find(type, id));
    }

    @Override
    public void persist(Object entity) {
        guarded("persist", known(entity), session::persist);
    }

    @Override
    public void remove(Object entity) {
        guarded("remove", known(entity), session::remove);
    }

    @Override
    public <T> T merge(T entity, MergeOption... options) {
        known(entity);
        return Objects.requireNonNull(guarded("merge", () -> session.merge(entity, options)));
    }

    @Override
    public void refresh(Object entity) {
        guarded("refresh", known(entity), session::refresh);
    }

    @Override
    public void detach(Object entity) {
        guarded("detach", known(entity), session::detach);
    }

    @Override
    public RemovalPlan plan(Object entity) {
        Object known = known(entity);
        checkThread();
        if (state != State.OPEN) throw refuse("plan");
        try {
            RemovalPlan plan = session.plan(known);
            lastFlush.planned(plan);
            return plan;
        } catch (RuntimeException failure) {
            throw failedPlan(failures.translate(failure));
        }
    }

    /** What a rule refuses was only decided, so the unit of work goes on; anything else may have broken the transaction. */
    private RuntimeException failedPlan(RuntimeException failure) {
        boolean onlyDecided = failure instanceof CascadeException refused
                && refused.rule().isPresent()
                && !(failure instanceof IntegrityViolationException);
        if (onlyDecided) return failure;
        state = State.FAILED;
        firstError = failure;
        return failure;
    }

    @Override
    public boolean contains(Object entity) {
        Object known = known(entity);
        checkThread();
        if (state != State.OPEN) return false;
        return session.contains(known);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        Object known = known(entity);
        return Boolean.TRUE.equals(guarded("isLoaded", () -> session.isLoaded(known, attribute)));
    }

    @Override
    public void flush() {
        guarded("flush", () -> {
            lastFlush.report(this::connection, session::flush);
            return null;
        });
    }

    @Override
    public FlushReport lastFlush() {
        checkThread();
        return lastFlush.report();
    }

    @Override
    public Savepoint savepoint() {
        return Objects.requireNonNull(guarded("savepoint", () -> {
            lastFlush.report(this::connection, session::flush);
            return savepoints().set();
        }));
    }

    @Override
    public void rollback(Savepoint savepoint) {
        checkThread();
        if (state != State.OPEN && state != State.FAILED) throw refuse("rollback");
        state = State.FAILED;
        savepoints().rollback(savepoint);
        session.clear();
        lastFlush.takenBack();
        firstError = null;
        state = State.OPEN;
    }

    @Override
    public void release(Savepoint savepoint) {
        guarded("release", () -> {
            savepoints().release(savepoint);
            return null;
        });
    }

    @Override
    public void commit() {
        guarded("commit", () -> {
            lastFlush.report(this::connection, session::commit);
            return null;
        });
        state = State.ENDED;
    }

    @Override
    public void rollback() {
        checkThread();
        if (state == State.ENDED || state == State.CLOSED) throw refuse("rollback");
        state = State.ENDED;
        lastFlush.takenBack();
        try {
            session.rollback();
        } catch (RuntimeException failure) {
            throw failures.translate(failure);
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        checkThread();
        if (state != State.OPEN) throw refuse("unwrap");
        return session.unwrap(type);
    }

    @Override
    public void close() {
        checkThread();
        if (state == State.CLOSED) return;
        if (state != State.ENDED) lastFlush.takenBack();
        state = State.CLOSED;
        session.close();
    }

    private Savepoints savepoints() {
        return new Savepoints(connection(), failures);
    }

    private Connection connection() {
        return session.unwrap(Connection.class);
    }

    private Object known(Object entity) {
        Objects.requireNonNull(entity, "entity");
        contract.entity(entity.getClass());
        return entity;
    }

    private void guarded(String operation, Object entity, java.util.function.Consumer<Object> call) {
        guarded(operation, () -> {
            call.accept(entity);
            return null;
        });
    }

    private <T> @Nullable T guarded(String operation, Supplier<@Nullable T> call) {
        checkThread();
        if (state != State.OPEN) throw refuse(operation);
        try {
            return call.get();
        } catch (RuntimeException failure) {
            state = State.FAILED;
            firstError = failures.translate(failure);
            throw firstError;
        } catch (Error failure) {
            state = State.FAILED;
            throw failure;
        }
    }

    private UnitOfWorkStateException refuse(String operation) {
        String text = state == State.FAILED
                ? "%s is refused after an error (" + Rule.TX_1.id()
                        + "). Only rollback and close are accepted; begin a new unit of work."
                : "%s is refused: this unit of work has ended. Begin a new one.";
        return new UnitOfWorkStateException(text.formatted(operation), firstError);
    }

    private void checkThread() {
        if (Thread.currentThread() != owner)
            throw new UnitOfWorkStateException(
                    "A unit of work belongs to the thread that began it (%s), not to %s. Share the factory instead."
                            .formatted(owner.getName(), Thread.currentThread().getName()),
                    null);
    }

    private enum State {
        OPEN,
        FAILED,
        ENDED,
        CLOSED
    }
}
