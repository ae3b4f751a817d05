package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** A nested result map with a condition: how MyBatis gets a collection that holds part of the rows. */
final class NestedResultMap {
    private static final String CHILD = "c_";

    private final Configuration configuration;
    private final FilteredFind find;
    private final String id;

    private NestedResultMap(Configuration configuration, FilteredFind find) {
        this.configuration = configuration;
        this.find = find;
        this.id = find.type().type().getName() + "Mapper.selectFiltered-" + find.attribute();
    }

    static @Nullable Object find(SqlSession session, FilteredFind find) {
        NestedResultMap map = new NestedResultMap(session.getConfiguration(), find);
        if (!session.getConfiguration().hasStatement(map.id, false)) {
            map.register();
        }
        Map<String, Object> parameters = new java.util.HashMap<>(find.condition());
        parameters.put("owner", find.id());
        return session.selectOne(map.id, parameters);
    }

    private void register() {
        addResultMap(id + ".child", find.target(), CHILD, List.of());
        ResultMapping children = new ResultMapping.Builder(configuration, find.attribute())
                .javaType(List.class)
                .nestedResultMapId(id + ".child")
                .build();
        addResultMap(id + ".row", find.type(), "", List.of(children));
        List<ParameterMapping> parameters = Stream.concat(Stream.of("owner"), find.condition().keySet().stream())
                .map(name -> new ParameterMapping.Builder(configuration, name, Object.class).build())
                .toList();
        configuration.addMappedStatement(new MappedStatement.Builder(
                        configuration, id, new StaticSqlSource(configuration, sql(), parameters), SqlCommandType.SELECT)
                .resultMaps(List.of(configuration.getResultMap(id + ".row")))
                .build());
    }

    private void addResultMap(String name, EntityType type, String prefix, List<ResultMapping> more) {
        List<ResultMapping> mappings = new ArrayList<>();
        mappings.add(new ResultMapping.Builder(configuration, "id", prefix + "id", Integer.class)
                .flags(List.of(ResultFlag.ID))
                .build());
        type.table()
                .columns()
                .forEach(column -> mappings.add(
                        new ResultMapping.Builder(configuration, column, prefix + column, String.class).build()));
        mappings.addAll(more);
        configuration.addResultMap(new ResultMap.Builder(configuration, name, type.type(), mappings).build());
    }

    private String sql() {
        String columns = Stream.concat(columns(find.type(), "e", ""), columns(find.target(), "c", CHILD))
                .collect(Collectors.joining(", "));
        String condition = find.condition().keySet().stream()
                .map(column -> " AND c." + column + " = ?")
                .collect(Collectors.joining());
        return "SELECT %s FROM %s e JOIN %s c ON c.%s = e.id WHERE e.id = ?%s"
                .formatted(
                        columns,
                        find.type().table().table(),
                        find.target().table().table(),
                        find.key().substring(find.key().indexOf('.') + 1),
                        condition);
    }

    private static Stream<String> columns(EntityType type, String alias, String prefix) {
        return Stream.concat(Stream.of("id"), type.table().columns().stream())
                .map(column -> "%s.%s AS %s%s".formatted(alias, column, prefix, column));
    }
}
