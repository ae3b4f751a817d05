package io.github.cascadecontract.preview;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.TableName;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.spi.RowStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that the client sends, as text. */
final class SentSql {
    private final RemovalOutline outline;

    SentSql(RemovalOutline outline) {
        this.outline = outline;
    }

    static String delete(EntityModel entity) {
        EntityModel root = entity.root();
        String sql = delete(root.mapping().table(), root.mapping().idColumns());
        BasicMapping version = root.mapping().version();
        return version == null ? sql : sql + " AND %s = ?".formatted(version.column());
    }

    static String delete(TableName table, List<String> columns) {
        return "DELETE FROM %s WHERE %s".formatted(table, equal(columns));
    }

    static String setNull(ForeignKey key) {
        String nulls = key.columns().stream().map(column -> column + " = NULL").collect(Collectors.joining(", "));
        return "UPDATE %s SET %s WHERE %s"
                .formatted(key.table(), nulls, equal(key.child().mapping().idColumns()));
    }

    /** What is sent for a set: one statement for each row, or for each chain of keys that leads to it. */
    List<String> of(RowSet set) {
        if (set.way() == RowSet.Way.SET) return setWise(set);
        Relation relation = set.relation();
        return switch (set.operation()) {
            case DELETE -> List.of(delete(relation.target()));
            case SET_NULL -> List.of(setNull(relation.key()));
            case DELETE_LINKS ->
                List.of(delete(
                        relation.linkTable().table(), relation.linkTable().columnsOf(relation)));
        };
    }

    private List<String> setWise(RowSet set) {
        Relation relation = set.relation();
        boolean isLinks = relation.keySide() == KeySide.LINK_TABLE;
        RowsBelow.Operation operation = set.operation() == RowSet.Operation.SET_NULL
                ? RowsBelow.Operation.SET_NULL
                : RowsBelow.Operation.DELETE;
        List<String> sent = new ArrayList<>();
        for (List<RowsBelow.Level> levels : above(set.from())) {
            List<RowsBelow.Level> all = new ArrayList<>(levels);
            if (!isLinks) all.add(new RowsBelow.Level(relation.key(), List.of()));
            if (all.isEmpty())
                sent.add(delete(
                        relation.linkTable().table(), relation.linkTable().columnsOf(relation)));
            else sent.add(RowStatements.text(new RowsBelow(all, isLinks ? relation : null), operation));
        }
        return sent;
    }

    /** The chains of keys from an entity down to rows. Set-wise deletion knows no circles. */
    private List<List<RowsBelow.Level>> above(RowSet.From from) {
        if (!(from instanceof RowSet.Rows rows) || rows.way() == RowSet.Way.EACH) return List.of(List.of());
        List<List<RowsBelow.Level>> chains = new ArrayList<>();
        for (RowSet set : outline.sets()) {
            if (set.operation() != RowSet.Operation.DELETE
                    || !set.to().equals(rows)
                    || set.from().equals(rows)) continue;
            for (List<RowsBelow.Level> chain : above(set.from())) {
                List<RowsBelow.Level> longer = new ArrayList<>(chain);
                longer.add(new RowsBelow.Level(set.relation().key(), List.of()));
                chains.add(longer);
            }
        }
        return chains;
    }

    private static String equal(List<String> columns) {
        return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }
}
