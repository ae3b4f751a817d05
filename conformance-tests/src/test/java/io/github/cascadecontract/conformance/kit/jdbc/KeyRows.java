package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.preview.RemovalPreview;
import io.github.cascadecontract.spi.RowCounter;
import io.github.cascadecontract.spi.RowStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The statements of {@code RowStatements} with the failure of this adapter. */
final class KeyRows {
    private final Connection connection;
    private final RowStatements rows;

    KeyRows(Connection connection, RowCounter counter) {
        this.connection = connection;
        this.rows = new RowStatements(connection, counter);
    }

    Object parentId(ForeignKey key, Object childId) {
        return send(() -> rows.parentId(key, childId));
    }

    Object childId(ForeignKey key, Object parentId) {
        return send(() -> rows.childId(key, parentId));
    }

    CountedRemoval count(CascadeContract contract, RemovalOutline outline) {
        return new RemovalPreview(contract, connection).count(outline);
    }

    void handle(RowsBelow below, RowsBelow.Operation operation, Object parentId, Function<Object, Object> idOf) {
        send(() -> rows.handle(below, operation, parentId, idOf));
    }

    Set<Object> existing(EntityModel entity, Collection<?> ids) {
        return send(() -> rows.existing(entity, ids));
    }

    void delete(EntityModel entity, Object id) {
        send(() -> rows.delete(entity, List.of(id)));
    }

    void addLinks(Relation relation, Object id, Collection<?> targetIds) {
        send(() -> rows.addLinks(relation, id, targetIds));
    }

    void removeLinks(Relation relation, Object id, Collection<?> targetIds) {
        send(() -> rows.removeLinks(relation, id, targetIds));
    }

    void clearLinks(Relation relation, Object id) {
        send(() -> rows.clearLinks(relation, List.of(id)));
    }

    private static <T> T send(Call<T> call) {
        try {
            return call.run();
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private interface Call<T> {
        T run() throws SQLException;
    }
}
