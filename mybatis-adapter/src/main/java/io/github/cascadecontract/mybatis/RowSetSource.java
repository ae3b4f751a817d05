package io.github.cascadecontract.mybatis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * SQL whose parameter is a {@link RowSet}. Which columns are written is known only then, so one mapped statement serves all
 * combinations of changed columns.
 */
final class RowSetSource implements SqlSource {
    private final Configuration configuration;
    private final Function<RowSet, String> text;
    private final Binding binding;
    private final int firstColumn;

    private RowSetSource(Configuration configuration, Function<RowSet, String> text, Binding binding, int firstColumn) {
        this.configuration = configuration;
        this.text = text;
        this.binding = binding;
        this.firstColumn = firstColumn;
    }

    /** One array parameter per column. */
    static RowSetSource arrays(Configuration configuration, Function<RowSet, String> text) {
        return new RowSetSource(configuration, text, Binding.ARRAY, 0);
    }

    /**
     * One parameter per column of a single row.
     *
     * @param firstColumn column of the first parameter; those before it come last
     */
    static RowSetSource values(Configuration configuration, Function<RowSet, String> text, int firstColumn) {
        return new RowSetSource(configuration, text, Binding.VALUE, firstColumn);
    }

    @Override
    public BoundSql getBoundSql(Object parameter) {
        RowSet rows = (RowSet) parameter;
        int count = rows.columns().size();
        int[] order =
                IntStream.range(0, count).map(i -> (i + firstColumn) % count).toArray();
        List<ParameterMapping> mappings = new ArrayList<>();
        for (int column : order) mappings.add(mapping(column, rows.columns().get(column)));
        BoundSql bound = new BoundSql(configuration, text.apply(rows), mappings, rows);
        for (int column : order) bound.setAdditionalParameter(name(column), binding.value(rows, column));
        return bound;
    }

    private ParameterMapping mapping(int column, SqlColumn sql) {
        return new ParameterMapping.Builder(configuration, name(column), binding.handler(sql.type())).build();
    }

    private static String name(int column) {
        return "p" + column;
    }

    private enum Binding {
        ARRAY {
            @Override
            TypeHandler<?> handler(ColumnType type) {
                return type.arrayHandler();
            }

            @Override
            Object value(RowSet rows, int column) {
                return rows.valuesOf(column);
            }
        },
        VALUE {
            @Override
            TypeHandler<?> handler(ColumnType type) {
                return type.handler();
            }

            @Override
            @Nullable
            Object value(RowSet rows, int column) {
                return rows.valueOf(column);
            }
        };

        abstract TypeHandler<?> handler(ColumnType type);

        abstract @Nullable Object value(RowSet rows, int column);
    }
}
