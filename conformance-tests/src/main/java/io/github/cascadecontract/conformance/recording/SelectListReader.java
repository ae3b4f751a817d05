package io.github.cascadecontract.conformance.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/**
 * Collects the tables of which a select list returns more than keys. A column without qualifier may be of any source.
 */
final class SelectListReader extends ExpressionVisitorAdapter<@Nullable Void> {

    /** Where a row lies is not what is in it. */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "tableoid");

    private final List<SelectSource> sources;
    private final Predicate<String> keyColumn;
    private final SelectReader derived;
    private final Set<String> entityTables = new HashSet<>();

    SelectListReader(List<SelectSource> sources, Predicate<String> keyColumn, SelectReader derived) {
        this.sources = sources;
        this.keyColumn = keyColumn;
        this.derived = derived;
    }

    Set<String> read(List<SelectItem<?>> items) {
        items.forEach(item -> item.getExpression().accept(this, null));
        return entityTables;
    }

    @Override
    public <S> @Nullable Void visit(Column column, S context) {
        String name = SqlNames.of(column.getColumnName());
        if (!keyColumn.test(name) && !SYSTEM_COLUMNS.contains(name)) {
            takeFrom(column.getTable(), name);
        }
        return null;
    }

    @Override
    public <S> @Nullable Void visit(AllTableColumns all, S context) {
        takeFrom(all.getTable(), "*");
        return null;
    }

    @Override
    public <S> @Nullable Void visit(AllColumns all, S context) {
        takeFrom(null, "*");
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Function function, S context) {
        return function.getName().equalsIgnoreCase("count") ? null : super.visit(function, context);
    }

    @Override
    public <S> @Nullable Void visit(ExistsExpression exists, S context) {
        return null;
    }

    @Override
    public <S> @Nullable Void visit(ParenthesedSelect scalar, S context) {
        return visit((Select) scalar, context);
    }

    @Override
    public <S> @Nullable Void visit(Select scalar, S context) {
        entityTables.addAll(derived.read(scalar).entityTables());
        return null;
    }

    /** The name of a source in the place of a column means its whole row. */
    private void takeFrom(@Nullable Table qualifier, String column) {
        String wanted = qualifier == null ? column : SqlNames.of(qualifier);
        List<SelectSource> named =
                sources.stream().filter(source -> source.name().equals(wanted)).toList();
        List<SelectSource> meant = named.isEmpty() && qualifier == null ? sources : named;
        meant.forEach(source -> entityTables.addAll(source.entityTables()));
    }
}
