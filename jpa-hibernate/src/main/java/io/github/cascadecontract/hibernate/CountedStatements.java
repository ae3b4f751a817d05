package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.spi.CountedBatch;
import java.sql.PreparedStatement;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementGroup;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.jdbc.Expectation;
import org.hibernate.sql.model.TableMapping;
import org.jspecify.annotations.Nullable;

/** The statements of a batch; whoever executes them gets them overheard, whoever binds values does not. */
final class CountedStatements implements PreparedStatementGroup {
    private final PreparedStatementGroup group;
    private final WrittenTables written;

    CountedStatements(PreparedStatementGroup group, WrittenTables written) {
        this.group = group;
        this.written = written;
    }

    @Override
    public int getNumberOfStatements() {
        return group.getNumberOfStatements();
    }

    @Override
    public int getNumberOfActiveStatements() {
        return group.getNumberOfActiveStatements();
    }

    @Override
    public PreparedStatementDetails getSingleStatementDetails() {
        return new Counted(group.getSingleStatementDetails(), written);
    }

    @Override
    public void forEachStatement(BiConsumer<String, PreparedStatementDetails> action) {
        group.forEachStatement((table, details) -> action.accept(table, new Counted(details, written)));
    }

    @Override
    public PreparedStatementDetails resolvePreparedStatementDetails(String table) {
        return new Counted(group.resolvePreparedStatementDetails(table), written);
    }

    @Override
    public @Nullable PreparedStatementDetails getPreparedStatementDetails(String table) {
        PreparedStatementDetails details = group.getPreparedStatementDetails(table);
        return details == null ? null : new Counted(details, written);
    }

    @Override
    public void release() {
        group.release();
    }

    @Override
    public boolean hasMatching(Predicate<PreparedStatementDetails> filter) {
        return group.hasMatching(filter);
    }

    private record Counted(PreparedStatementDetails details, WrittenTables written)
            implements PreparedStatementDetails {
        @Override
        public @Nullable PreparedStatement getStatement() {
            PreparedStatement statement = details.getStatement();
            if (statement == null) return null;
            String table = details.getMutatingTableDetails().getTableName();
            return CountedBatch.of(statement, rows -> written.add(table, rows));
        }

        @Override
        public PreparedStatement resolveStatement() {
            return details.resolveStatement();
        }

        @Override
        public TableMapping getMutatingTableDetails() {
            return details.getMutatingTableDetails();
        }

        @Override
        public String getSqlString() {
            return details.getSqlString();
        }

        @Override
        public Expectation getExpectation() {
            return details.getExpectation();
        }

        @Override
        public boolean isCallable() {
            return details.isCallable();
        }

        @Override
        public void releaseStatement(SharedSessionContractImplementor session) {
            details.releaseStatement(session);
        }

        @Override
        public boolean toRelease() {
            return details.toRelease();
        }
    }
}
