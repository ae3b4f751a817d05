package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of pending entities: one statement per table and level, parents first. */
final class RowInserts {
    private final PersistenceContext context;
    private final SqlGateway gateway;
    private final FlushWork work;

    RowInserts(PersistenceContext context, SqlGateway gateway, FlushWork work) {
        this.context = context;
        this.gateway = gateway;
        this.work = work;
    }

    void send() {
        List<Insert> inserts = new ArrayList<>();
        for (Step.Persist step : work.inserts()) inserts.add(insert(step));
        new KeyAllocation(gateway).give(inserts.stream().map(Insert::entity).toList());
        WriteOrder<Insert> order = new WriteOrder<>(insert -> insert.entity().table(), RowInserts::parents);
        for (List<Insert> rows : order.statements(inserts))
            send(rows.get(0).entity().table(), rows);
    }

    private Insert insert(Step.Persist step) {
        ManagedEntity entity =
                Objects.requireNonNull(context.identities().managed(step.entity()), "made pending by the same step");
        entity.readId();
        return new Insert(entity, step.deferred());
    }

    private static Collection<EntityModel> parents(Insert insert) {
        Set<EntityModel> parents = new LinkedHashSet<>();
        for (Relation relation : insert.entity().table().model().relations())
            if (isWrittenKey(relation, insert)) parents.add(relation.target());
        for (HiddenKey hidden : insert.entity().table().hiddenKeys())
            if (!insert.deferred().contains(hidden.key()))
                parents.add(hidden.key().parent());
        return parents;
    }

    private static boolean isWrittenKey(Relation relation, Insert insert) {
        return relation.keySide() == KeySide.SOURCE && !insert.deferred().contains(relation.key());
    }

    private void send(EntityTable table, List<Insert> inserts) {
        for (Insert insert : inserts) new DerivedId(context, insert.entity()).take();
        if (gateway.has(table, Operation.INSERT)) inserts.forEach(insert -> sendOwn(table, insert));
        else sendSet(table, inserts);
    }

    private void sendOwn(EntityTable table, Insert insert) {
        gateway.callOwn(table, Operation.INSERT, insert.entity().entity());
        insert.entity().readId();
        written(insert, values(table, insert));
    }

    private void sendSet(EntityTable table, List<Insert> inserts) {
        List<HiddenKey> hidden = hiddenKeys(table, inserts);
        RowSet rows = new RowSet(columns(table, hidden));
        List<@Nullable Object[]> written = new ArrayList<>();
        for (Insert insert : inserts) {
            @Nullable Object[] values = values(table, insert);
            written.add(values);
            rows.add(row(table, insert, values, hidden));
        }
        gateway.insert(table, rows);
        for (int i = 0; i < written.size(); i++) written(inserts.get(i), written.get(i));
        for (Insert insert : inserts) work.inserted(insert.entity().entity(), insert.deferred());
    }

    private void written(Insert insert, @Nullable Object[] values) {
        context.inserted(insert.entity(), insert.entity().table().remember(values));
    }

    private static List<SqlColumn> columns(EntityTable table, List<HiddenKey> hidden) {
        List<SqlColumn> columns = new ArrayList<>();
        columns.addAll(table.id().sql());
        for (Column column : table.columns()) if (column.insertable()) columns.add(column.sql());
        for (HiddenKey key : hidden) columns.addAll(key.sql());
        if (table.discriminator() != null) columns.add(table.discriminator().column());
        return columns;
    }

    private @Nullable Object[] row(
            EntityTable table, Insert insert, @Nullable Object[] values, List<HiddenKey> hidden) {
        List<@Nullable Object> row = new ArrayList<>();
        row.addAll(table.id().parts(insert.entity().key()));
        for (int i = 0; i < values.length; i++) if (table.columns().get(i).insertable()) row.add(values[i]);
        for (HiddenKey key : hidden) row.addAll(parentParts(insert, key));
        if (table.discriminator() != null) row.add(table.discriminator().value());
        return row.toArray();
    }

    /** The values of all columns; a key that is set later is NULL now. */
    private static @Nullable Object[] values(EntityTable table, Insert insert) {
        List<Column> columns = table.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            boolean later = column.reference() != null
                    && insert.deferred().contains(column.reference().relation().key());
            values[i] = later ? null : column.read(insert.entity().entity());
        }
        return values;
    }

    private List<HiddenKey> hiddenKeys(EntityTable table, List<Insert> inserts) {
        return table.hiddenKeys().stream()
                .filter(hidden ->
                        inserts.stream().anyMatch(insert -> parentsOf(insert).containsKey(hidden.key())))
                .toList();
    }

    private List<@Nullable Object> parentParts(Insert insert, HiddenKey hidden) {
        Object parent = insert.deferred().contains(hidden.key())
                ? null
                : parentsOf(insert).get(hidden.key());
        Object key = parent == null ? null : context.idOf(parent);
        List<@Nullable Object> parts = new ArrayList<>();
        if (key == null) parts.addAll(Collections.nCopies(hidden.sql().size(), null));
        else parts.addAll(context.tableOf(hidden.key()).id().parts(key));
        return parts;
    }

    private Map<ForeignKey, @Nullable Object> parentsOf(Insert insert) {
        return work.hiddenParents().getOrDefault(insert.entity().entity(), Map.of());
    }

    private record Insert(ManagedEntity entity, Set<ForeignKey> deferred) {}
}
