package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.IdGeneration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.executor.keygen.Jdbc3KeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMap;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;

/**
 * The statements that an application would write in the mapper of each entity: {@code selectById} with nested selects that
 * MyBatis runs lazily, {@code insert}, {@code update} and {@code delete} of one row.
 */
final class NativeStatements {
    private final Configuration configuration;
    private final EntityTables tables;
    private final NativeResultMaps resultMaps;

    NativeStatements(Configuration configuration, EntityTables tables) {
        this.configuration = configuration;
        this.tables = tables;
        this.resultMaps = new NativeResultMaps(configuration, tables);
    }

    static String selectById(EntityTable table) {
        return Operation.mapperOf(table) + ".selectById";
    }

    static String select(Relation relation) {
        return relation.entity().type().getName() + "Mapper.select-" + relation.name();
    }

    void register() {
        tables.all().forEach(this::register);
        for (EntityTable table : tables.all())
            for (Relation relation : table.model().relations())
                if (relation.keySide() != KeySide.SOURCE) register(table, relation);
    }

    private void register(EntityTable table) {
        addSelect(selectById(table), table, table.table() + " t", "t." + idName(table), table);
        addInsert(table);
        addUpdate(table);
        addDelete(table);
    }

    private void register(EntityTable owner, Relation relation) {
        EntityTable target = tables.of(relation.target());
        if (relation.keySide() == KeySide.TARGET) {
            String key = "t." + relation.key().columns().get(0);
            addSelect(select(relation), target, target.table() + " t", key, owner);
            return;
        }
        LinkTable links = relation.linkTable();
        String ownerKey = "l." + links.columnsOf(relation).get(0);
        addSelect(select(relation), target, SqlText.linked(links, relation, target), ownerKey, owner);
    }

    private void addSelect(String id, EntityTable table, String from, String condition, EntityTable parameter) {
        String columns = table.columns().stream()
                .map(column -> ", t." + column.sql().name())
                .collect(Collectors.joining());
        String sql = "SELECT t.%s%s FROM %s WHERE %s = ?".formatted(idName(table), columns, from, condition);
        Class<?> idType = parameter.id().single().type().javaType();
        SqlSource source = new StaticSqlSource(
                configuration, sql, parameters(parameter.id().columns()));
        configuration.addMappedStatement(new MappedStatement.Builder(configuration, id, source, SqlCommandType.SELECT)
                .resultMaps(List.of(resultMaps.of(table)))
                .parameterMap(new ParameterMap.Builder(configuration, id + "-parameter", idType, List.of()).build())
                .build());
    }

    private void addInsert(EntityTable table) {
        IdGeneration generation = table.idMapping().generation();
        List<Column> written = new ArrayList<>(
                table.columns().stream().filter(Column::insertable).toList());
        if (generation == IdGeneration.ASSIGNED) written.addAll(0, table.id().columns());
        List<String> names = names(written);
        List<String> values = new ArrayList<>(Collections.nCopies(written.size(), "?"));
        if (generation == IdGeneration.SEQUENCE) {
            names.add(idName(table));
            values.add("nextval(%s)".formatted(SqlText.namedSequence(table)));
        }
        String sql = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table.table(), String.join(", ", names), String.join(", ", values));
        if (names.isEmpty()) sql = "INSERT INTO %s DEFAULT VALUES".formatted(table.table());
        MappedStatement.Builder statement = write(table, "insert", SqlCommandType.INSERT, sql, written);
        if (generation.isGenerated())
            statement
                    .keyGenerator(Jdbc3KeyGenerator.INSTANCE)
                    .keyProperty(table.id().columns().get(0).attribute().name())
                    .keyColumn(idName(table));
        configuration.addMappedStatement(statement.build());
    }

    private void addUpdate(EntityTable table) {
        List<Column> written = new ArrayList<>(
                table.columns().stream().filter(Column::updatable).toList());
        if (written.isEmpty()) return;
        String assignments = names(written).stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
        String sql = "UPDATE %s SET %s WHERE %s = ?".formatted(table.table(), assignments, idName(table));
        written.addAll(table.id().columns());
        configuration.addMappedStatement(
                write(table, "update", SqlCommandType.UPDATE, sql, written).build());
    }

    private void addDelete(EntityTable table) {
        String sql = "DELETE FROM %s WHERE %s = ?".formatted(table.table(), idName(table));
        configuration.addMappedStatement(
                write(table, "delete", SqlCommandType.DELETE, sql, table.id().columns())
                        .build());
    }

    private MappedStatement.Builder write(
            EntityTable table, String operation, SqlCommandType command, String sql, List<Column> parameters) {
        String id = Operation.mapperOf(table) + "." + operation;
        SqlSource source = new StaticSqlSource(configuration, sql, parameters(parameters));
        return new MappedStatement.Builder(configuration, id, source, command).flushCacheRequired(true);
    }

    /** MyBatis reads them by property path, so that a lazy reference is loaded as with any mapper. */
    private List<ParameterMapping> parameters(List<Column> columns) {
        return columns.stream()
                .map(column -> new ParameterMapping.Builder(
                                configuration, path(column), column.sql().type().handler())
                        .build())
                .toList();
    }

    private String path(Column column) {
        String name = column.attribute().name();
        if (column.reference() == null) return name;
        return name + "." + column.reference().part().name();
    }

    private static List<String> names(List<Column> columns) {
        return new ArrayList<>(
                columns.stream().map(column -> column.sql().name()).toList());
    }

    private static String idName(EntityTable table) {
        return table.id().single().name();
    }
}
