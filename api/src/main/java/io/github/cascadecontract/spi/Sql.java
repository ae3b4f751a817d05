package io.github.cascadecontract.spi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the making: its text, and its parameters in the order in which they stand there. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();

    Sql(String begin) {
        text.append(begin);
    }

    /** More text without parameters. */
    Sql add(String more) {
        text.append(more);
        return this;
    }

    /** Columns side by side: {@code a, b}. */
    static String list(Collection<String> columns) {
        return String.join(", ", columns);
    }

    /** Columns as one value: {@code a} or {@code (a, b)}. */
    static String tuple(List<String> columns) {
        return columns.size() == 1 ? columns.get(0) : "(" + list(columns) + ")";
    }

    /** One parameter for each value: {@code ?, ?}. */
    Sql values(List<? extends @Nullable Object> values) {
        text.append(String.join(", ", Collections.nCopies(values.size(), "?")));
        values.forEach(this::parameter);
        return this;
    }

    /** Columns that get values: {@code a = ?, b = ?}. */
    Sql assign(List<String> columns, List<? extends @Nullable Object> values) {
        return pairs(columns, values, ", ");
    }

    /** Columns that have values: {@code a = ? AND b = ?}. */
    Sql equal(List<String> columns, List<? extends @Nullable Object> values) {
        return pairs(columns, values, " AND ");
    }

    /** Columns that have one of several values; one array parameter for each column. */
    Sql anyOf(List<String> columns, List<List<Object>> tuples) {
        text.append(
                columns.size() == 1
                        ? PostgreSql.anyOf(columns.get(0))
                        : "%s IN (SELECT * FROM %s)".formatted(tuple(columns), PostgreSql.unnest(columns.size())));
        return arrays(columns.size(), tuples);
    }

    /** A row for each tuple, as a table of the given alias; one array parameter for each column. */
    Sql table(String alias, List<String> columns, List<List<Object>> tuples) {
        text.append("%s AS %s (%s)".formatted(PostgreSql.unnest(columns.size()), alias, list(columns)));
        return arrays(columns.size(), tuples);
    }

    int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** The only row, whose columns are numbers. */
    List<Integer> counts(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<Integer> counts = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) counts.add(row.getInt(i));
            return counts;
        }
    }

    /** All rows, each as the values of its columns. */
    List<List<@Nullable Object>> query(Connection connection, List<Class<?>> types) throws SQLException {
        List<List<@Nullable Object>> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) found.add(PostgreSql.read(rows, types));
        }
        return found;
    }

    /** The text with {@code ?} for values. */
    @Override
    public String toString() {
        return text.toString();
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < parameters.size(); i++) parameters.get(i).bind(statement, i + 1);
        return statement;
    }

    private Sql pairs(List<String> columns, List<? extends @Nullable Object> values, String separator) {
        text.append(String.join(
                separator, columns.stream().map(column -> column + " = ?").toList()));
        values.forEach(this::parameter);
        return this;
    }

    private void parameter(@Nullable Object value) {
        parameters.add((statement, position) -> statement.setObject(position, value));
    }

    private Sql arrays(int width, List<List<Object>> tuples) {
        for (int i = 0; i < width; i++) {
            int column = i;
            List<Object> values =
                    tuples.stream().map(tuple -> tuple.get(column)).toList();
            parameters.add((statement, position) ->
                    statement.setArray(position, PostgreSql.array(statement.getConnection(), values)));
        }
        return this;
    }

    private interface Parameter {
        void bind(PreparedStatement statement, int position) throws SQLException;
    }
}
