package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.preview.RemovalPreview;
import io.github.cascadecontract.spi.RowCounter;
import io.github.cascadecontract.spi.RowStatements;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Rows that are not in memory, reached over keys: asked for and handled on the connection of the session. */
final class KeyRows {
    private final SqlSession session;
    private final Function<Object, @Nullable Object> idOf;
    private final RowCounter counter;

    /**
     * Makes statements.
     *
     * @param idOf the id of an entity as the application has it, null if it has none yet
     * @param counter is told which rows are written
     */
    KeyRows(SqlSession session, Function<Object, @Nullable Object> idOf, RowCounter counter) {
        this.session = session;
        this.idOf = idOf;
        this.counter = counter;
    }

    /** The id of the parent to which the row of a child refers. */
    @Nullable
    Object parentId(ForeignKey key, Object child) {
        return on(child, id -> statements().parentId(key, id), null);
    }

    /** The id of a child that refers to a parent. */
    @Nullable
    Object childId(ForeignKey key, Object parent) {
        return on(parent, id -> statements().childId(key, id), null);
    }

    /** Counts the rows of a removal. */
    CountedRemoval count(CascadeContract contract, RemovalOutline outline) {
        return new RemovalPreview(contract, session.getConnection()).count(outline);
    }

    /** Handles rows below an entity; an application's mappers must not be answered from before. */
    void handle(Step.HandleRows step) {
        on(step.parent(), id -> statements().handle(step.rows(), step.operation(), id, idOf), 0);
        session.clearCache();
    }

    private RowStatements statements() {
        return new RowStatements(session.getConnection(), counter);
    }

    private <T> @Nullable T on(Object entity, Question<T> question, @Nullable T withoutRow) {
        Object id = idOf.apply(entity);
        try {
            return id == null ? withoutRow : question.ask(id);
        } catch (SQLException failure) {
            throw new PersistenceException("A statement on the keys of rows failed", failure);
        }
    }

    /** Asks about the row with an id. */
    private interface Question<T> {
        @Nullable
        T ask(Object id) throws SQLException;
    }
}
