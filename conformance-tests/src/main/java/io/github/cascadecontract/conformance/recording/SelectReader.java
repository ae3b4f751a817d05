package io.github.cascadecontract.conformance.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Finds out which tables a SELECT reads, and of which it returns more than keys. For one statement. */
final class SelectReader {
    /** What it tells is no row of an entity. */
    private static final String CATALOGUE = "pg_catalog";

    private final Predicate<String> keyColumn;
    private final Map<String, SqlShape> with = new HashMap<>();

    SelectReader(Predicate<String> keyColumn) {
        this.keyColumn = keyColumn;
    }

    SqlShape read(Select select) {
        List<SqlShape> shapes = new ArrayList<>(define(select.getWithItemsList()));
        if (select instanceof ParenthesedSelect inner) {
            shapes.add(read(inner.getSelect()));
        } else if (select instanceof PlainSelect plain) {
            shapes.add(plain(plain));
        } else if (select instanceof SetOperationList union) {
            union.getSelects().forEach(part -> shapes.add(read(part)));
        } else if (select instanceof TableStatement table) {
            shapes.add(all(List.of(named(table.getTable()))));
        }
        return new SqlShape(
                StatementKind.SELECT, union(shapes, SqlShape::tables), union(shapes, SqlShape::entityTables));
    }

    /**
     * Makes the names of a WITH known, and returns the tables behind them: they are read even if nothing refers to
     * them.
     */
    private List<SqlShape> define(@Nullable List<WithItem<?>> items) {
        List<SqlShape> tables = new ArrayList<>();
        for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
            String name = SqlNames.of(item.getAliasName());
            // A recursive one refers to itself.
            with.put(name, SqlShape.OTHER);
            with.put(name, read(item.getSelect()));
            tables.add(new SqlShape(StatementKind.SELECT, with.get(name).tables(), Set.of()));
        }
        return tables;
    }

    private SqlShape plain(PlainSelect select) {
        List<SelectSource> sources = sources(select.getFromItem(), select.getJoins());
        Set<String> entityTables = new SelectListReader(sources, keyColumn, this).read(select.getSelectItems());
        return new SqlShape(StatementKind.SELECT, union(sources, SelectSource::tables), entityTables);
    }

    private static SqlShape all(List<SelectSource> sources) {
        return new SqlShape(
                StatementKind.SELECT, union(sources, SelectSource::tables), union(sources, SelectSource::entityTables));
    }

    private List<SelectSource> sources(@Nullable FromItem from, @Nullable List<Join> joins) {
        List<SelectSource> sources = new ArrayList<>();
        if (from != null) {
            sources.addAll(sources(from));
        }
        if (joins != null) {
            joins.forEach(join -> sources.addAll(sources(join.getFromItem())));
        }
        return sources;
    }

    private List<SelectSource> sources(FromItem item) {
        if (item instanceof Table table) {
            return List.of(named(table));
        }
        if (item instanceof ParenthesedFromItem several) {
            return sources(several.getFromItem(), several.getJoins());
        }
        if (item instanceof Select derived) {
            return List.of(SelectSource.of(alias(derived.getAlias(), ""), read(derived)));
        }
        return List.of(SelectSource.of(alias(item.getAlias(), ""), SqlShape.OTHER));
    }

    private SelectSource named(Table table) {
        String name = SqlNames.of(table);
        String alias = alias(table.getAlias(), name);
        if (CATALOGUE.equals(table.getSchemaName())) return SelectSource.of(alias, SqlShape.OTHER);
        SqlShape common = table.getSchemaName() == null ? with.get(name) : null;
        return common == null ? SelectSource.table(alias, name) : SelectSource.of(alias, common);
    }

    private static String alias(@Nullable Alias alias, String otherwise) {
        return alias == null ? otherwise : SqlNames.of(alias.getName());
    }

    private static <T> Set<String> union(List<T> parts, Function<T, Set<String>> names) {
        Set<String> all = new HashSet<>();
        parts.forEach(part -> all.addAll(names.apply(part)));
        return all;
    }
}
