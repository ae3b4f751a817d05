package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.EntityId;
import io.github.cascadecontract.mapping.InheritanceMapping;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import io.github.cascadecontract.plan.RowsBelow;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements over rows below an entity, each level a sub-select in the next. */
final class RowsBelowSql {
    private final RowsBelow rows;
    private final @Nullable Object parentId;
    private final Function<Object, @Nullable Object> idOf;

    /**
     * Makes statements.
     *
     * @param parentId null if only their text is wanted
     */
    RowsBelowSql(RowsBelow rows, @Nullable Object parentId, Function<Object, @Nullable Object> idOf) {
        this.rows = rows;
        this.parentId = parentId;
        this.idOf = idOf;
    }

    Sql firstIds(int limit) {
        EntityModel child = rows.entity();
        Sql sql = new Sql("SELECT %s FROM %s WHERE ".formatted(ids(child), table(child)));
        where(sql, last());
        return sql.add(" ORDER BY %s LIMIT %d".formatted(ids(child), limit));
    }

    Sql setNull() {
        ForeignKey key = rows.last().key();
        List<@Nullable Object> nulls = Collections.nCopies(key.columns().size(), null);
        Sql sql = new Sql("UPDATE %s SET ".formatted(key.table()))
                .assign(key.columns(), nulls)
                .add(" WHERE ");
        return where(sql, last());
    }

    Sql delete() {
        List<TableMapping> tables = tablesOf(rows.entity());
        if (tables.size() > 1) return deleteJoined(tables);
        Sql sql = new Sql("DELETE FROM %s WHERE ".formatted(table(rows.entity())));
        return where(sql, last());
    }

    Sql deleteLinks(Relation links) {
        List<String> columns = links.linkTable().columnsOf(links);
        Sql sql = new Sql(
                "DELETE FROM %s WHERE %s IN (".formatted(links.linkTable().table(), Sql.tuple(columns)));
        return select(sql, last()).add(")");
    }

    /** The tables of an entity and of those that extend it, so that each comes before the one it refers to. */
    static List<TableMapping> tablesOf(EntityModel entity) {
        Map<TableName, TableMapping> tables = new LinkedHashMap<>();
        for (EntityModel model : entity.withSubtypes())
            for (TableMapping table : model.mapping().tables()) tables.putIfAbsent(table.table(), table);
        List<TableMapping> deepestFirst = new ArrayList<>(tables.values());
        Collections.reverse(deepestFirst);
        return deepestFirst;
    }

    /** Which rows of a shared table are of the type, null if the table is not shared. */
    static @Nullable String ofType(EntityModel entity) {
        InheritanceMapping inheritance = entity.mapping().inheritance();
        if (inheritance == null || entity.supertype() == null) return null;
        if (inheritance.strategy() != InheritanceType.SINGLE_TABLE) return null;
        List<String> values = entity.withSubtypes().stream()
                .map(model ->
                        Objects.requireNonNull(model.mapping().inheritance()).discriminatorValue())
                .filter(Objects::nonNull)
                .map(value -> "'" + value.replace("'", "''") + "'")
                .toList();
        return "%s IN (%s)".formatted(inheritance.discriminatorColumn(), Sql.list(values));
    }

    /**
     * One statement, because the chain of keys leads through rows that it deletes; it answers with the rows deleted of each
     * table.
     */
    private Sql deleteJoined(List<TableMapping> tables) {
        Sql sql = select(new Sql("WITH gone AS ("), last()).add(")");
        List<String> counts = new ArrayList<>();
        for (TableMapping table : tables) {
            String part = "part" + counts.size();
            sql.add(", %s AS (DELETE FROM %s WHERE %s IN (SELECT * FROM gone) RETURNING 1)"
                    .formatted(part, table.table(), Sql.tuple(table.idColumns())));
            counts.add("(SELECT count(*) FROM %s)".formatted(part));
        }
        return sql.add(" SELECT " + Sql.list(counts));
    }

    private int last() {
        return rows.levels().size() - 1;
    }

    private Sql select(Sql sql, int level) {
        EntityModel child = rows.levels().get(level).key().child();
        sql.add("SELECT %s FROM %s WHERE ".formatted(ids(child), table(child)));
        return where(sql, level);
    }

    private Sql where(Sql sql, int level) {
        RowsBelow.Level here = rows.levels().get(level);
        ForeignKey key = here.key();
        if (level == 0) sql.equal(key.columns(), parentValues(key));
        else select(sql.add(Sql.tuple(key.columns()) + " IN ("), level - 1).add(")");
        String type = ofType(key.child());
        if (type != null) sql.add(" AND " + type);
        List<List<Object>> except = except(here);
        if (except.isEmpty()) return sql;
        return sql.add(" AND NOT (")
                .anyOf(key.child().mapping().idColumns(), except)
                .add(")");
    }

    private List<? extends @Nullable Object> parentValues(ForeignKey key) {
        if (parentId == null) return Collections.nCopies(key.columns().size(), null);
        return key.parent().mapping().identity().valuesOf(parentId);
    }

    private List<List<Object>> except(RowsBelow.Level level) {
        EntityId identity = level.key().child().mapping().identity();
        return level.except().stream()
                .map(idOf)
                .filter(Objects::nonNull)
                .map(identity::valuesOf)
                .toList();
    }

    private static String ids(EntityModel entity) {
        return Sql.list(entity.mapping().idColumns());
    }

    private static TableName table(EntityModel entity) {
        return entity.mapping().table();
    }
}
