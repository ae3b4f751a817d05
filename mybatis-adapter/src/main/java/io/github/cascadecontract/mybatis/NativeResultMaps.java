package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;

/** The result map of each entity as an application would write it: plain columns, and nested selects that run lazily. */
final class NativeResultMaps {
    private final Configuration configuration;
    private final EntityTables tables;

    NativeResultMaps(Configuration configuration, EntityTables tables) {
        this.configuration = configuration;
        this.tables = tables;
    }

    ResultMap of(EntityTable table) {
        String id = Operation.mapperOf(table) + ".row";
        if (!configuration.hasResultMap(id))
            configuration.addResultMap(
                    new ResultMap.Builder(configuration, id, table.model().type(), mappings(table)).build());
        return configuration.getResultMap(id);
    }

    private List<ResultMapping> mappings(EntityTable table) {
        List<ResultMapping> mappings = new ArrayList<>();
        mappings.add(
                plain(table.id().columns().get(0)).flags(List.of(ResultFlag.ID)).build());
        for (Column column : table.columns())
            if (column.reference() == null) mappings.add(plain(column).build());
        for (Relation relation : table.model().relations())
            mappings.add(nested(table, relation).build());
        return mappings;
    }

    private ResultMapping.Builder plain(Column column) {
        return new ResultMapping.Builder(
                        configuration,
                        column.attribute().name(),
                        column.sql().name(),
                        column.sql().type().handler())
                .javaType(column.attribute().type());
    }

    private ResultMapping.Builder nested(EntityTable table, Relation relation) {
        boolean ownKey = relation.keySide() == KeySide.SOURCE;
        return new ResultMapping.Builder(configuration, relation.name())
                .javaType(relation.attribute().type())
                .column(
                        ownKey
                                ? relation.key().columns().get(0)
                                : table.id().single().name())
                .nestedQueryId(
                        ownKey
                                ? NativeStatements.selectById(tables.of(relation.target()))
                                : NativeStatements.select(relation))
                .lazy(true);
    }
}
