package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.report.FlushReport;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The project's own unit of work. */
final class UnitOfWorkSession implements DoorSession {
    private final UnitOfWork unitOfWork;
    private final Map<Savepoint, Integer> reportsBefore = new HashMap<>();
    private final List<FlushReport> reports = new ArrayList<>();

    UnitOfWorkSession(UnitOfWorkFactory factory) {
        this.unitOfWork = factory.begin();
    }

    @Override
    public @Nullable Object find(EntityType type, Object id) {
        return unitOfWork.find(type.type(), id);
    }

    /** A collection that holds part of the rows is the provider's own affair. */
    @Override
    public @Nullable Object findFiltered(FilteredFind find) {
        try {
            return FetchJoin.find(unitOfWork.unwrap(EntityManager.class), find);
        } catch (IllegalArgumentException notOffered) {
            return NestedResultMap.find(unitOfWork.unwrap(SqlSession.class), find);
        }
    }

    @Override
    public void persist(Object entity) {
        unitOfWork.persist(entity);
    }

    @Override
    public void remove(Object entity) {
        unitOfWork.remove(entity);
    }

    @Override
    public Object merge(Object given) {
        return unitOfWork.merge(given);
    }

    @Override
    public Object merge(Object given, List<String> only) {
        return unitOfWork.merge(given, MergeOption.only(only.toArray(String[]::new)));
    }

    @Override
    public void refresh(Object entity) {
        unitOfWork.refresh(entity);
    }

    @Override
    public void detach(Object entity) {
        unitOfWork.detach(entity);
    }

    @Override
    public RemovalPlan plan(Object entity) {
        return unitOfWork.plan(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return unitOfWork.contains(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return unitOfWork.isLoaded(entity, attribute);
    }

    @Override
    public void flush() {
        unitOfWork.flush();
        flushed();
    }

    @Override
    public Savepoint savepoint() {
        Savepoint savepoint = unitOfWork.savepoint();
        flushed();
        reportsBefore.put(savepoint, reports.size());
        return savepoint;
    }

    @Override
    public void rollback(Savepoint savepoint) {
        unitOfWork.rollback(savepoint);
        reports.subList(Objects.requireNonNull(reportsBefore.get(savepoint)), reports.size())
                .clear();
    }

    @Override
    public void release(Savepoint savepoint) {
        unitOfWork.release(savepoint);
    }

    @Override
    public void commit() {
        unitOfWork.commit();
        flushed();
    }

    private void flushed() {
        lastFlush().ifPresent(reports::add);
    }

    private Optional<FlushReport> lastFlush() {
        try {
            return Optional.of(unitOfWork.lastFlush());
        } catch (UnsupportedOperationException notOffered) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<List<FlushReport>> reports() {
        return lastFlush().map(last -> reports);
    }

    @Override
    public void rollback() {
        unitOfWork.rollback();
    }

    @Override
    public void onConnection(SqlWork work) {
        ConnectionFailure.run(work, unitOfWork.unwrap(Connection.class));
    }

    @Override
    public void close() {
        unitOfWork.close();
    }
}
