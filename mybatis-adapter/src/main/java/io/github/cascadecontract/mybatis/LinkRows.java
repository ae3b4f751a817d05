package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes link rows of many-to-many relations: one statement per relation. */
final class LinkRows {
    private final PersistenceContext context;
    private final EntityTables tables;
    private final SqlGateway gateway;

    LinkRows(PersistenceContext context, EntityTables tables, SqlGateway gateway) {
        this.context = context;
        this.tables = tables;
        this.gateway = gateway;
    }

    void add(List<Step.AddLinks> steps) {
        Map<Relation, RowSet> rows = new LinkedHashMap<>();
        for (Step.AddLinks step : steps) gather(rows, step.relation(), step.entity(), step.targets());
        rows.forEach(gateway::link);
    }

    void remove(List<Step.RemoveLinks> steps) {
        Map<Relation, RowSet> rows = new LinkedHashMap<>();
        for (Step.RemoveLinks step : steps) gather(rows, step.relation(), step.entity(), step.targets());
        rows.forEach(gateway::unlink);
    }

    void clear(List<Step.ClearLinks> steps) {
        Map<Relation, List<@Nullable Object>> ids = new LinkedHashMap<>();
        for (Step.ClearLinks step : steps)
            ids.computeIfAbsent(step.relation(), absent -> new ArrayList<>()).add(context.idOf(step.entity()));
        ids.forEach((relation, owners) -> gateway.clearLinks(relation, tables.of(relation.entity()), owners));
    }

    private void gather(Map<Relation, RowSet> rows, Relation relation, Object entity, List<Object> targets) {
        RowSet links = rows.computeIfAbsent(relation, absent -> new RowSet(columns(relation)));
        for (Object target : targets) {
            List<Object> row = new ArrayList<>(parts(entity));
            row.addAll(parts(target));
            links.add(row.toArray());
        }
    }

    private List<Object> parts(Object entity) {
        Object key = Objects.requireNonNull(context.idOf(entity), "its row was written before its links");
        return context.tableOf(entity).id().parts(key);
    }

    private List<SqlColumn> columns(Relation relation) {
        LinkTable table = relation.linkTable();
        List<SqlColumn> columns = new ArrayList<>(EntityTable.typed(
                table.columnsOf(relation), tables.of(relation.entity()).id()));
        columns.addAll(EntityTable.typed(
                table.columnsOfTarget(relation), tables.of(relation.target()).id()));
        return columns;
    }
}
