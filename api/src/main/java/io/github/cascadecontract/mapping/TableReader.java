package io.github.cascadecontract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads names of entities and tables, with the defaults of Jakarta Persistence. */
final class TableReader {
    private TableReader() {}

    static String nameOf(Class<?> entity) {
        Entity annotation = entity.getAnnotation(Entity.class);
        return annotation == null || annotation.name().isEmpty() ? entity.getSimpleName() : annotation.name();
    }

    /** The table that holds the attributes of the entity class itself. */
    static TableName tableOf(Class<?> entity) {
        Class<?> root = InheritanceReader.root(entity);
        return InheritanceReader.strategy(root) == InheritanceType.SINGLE_TABLE ? declared(root) : declared(entity);
    }

    /** All tables of an entity, that of the topmost class first. */
    static List<TableMapping> tablesOf(Class<?> entity, List<String> idColumns) {
        Class<?> root = InheritanceReader.root(entity);
        List<TableMapping> tables = new ArrayList<>();
        tables.add(new TableMapping(declared(root), idColumns));
        if (InheritanceReader.strategy(root) != InheritanceType.JOINED) return tables;
        ClassAttributes.mappedHierarchy(entity).stream()
                .filter(type -> type.isAnnotationPresent(Entity.class) && type != root)
                .forEach(type -> tables.add(new TableMapping(declared(type), joined(type, idColumns))));
        return tables;
    }

    private static TableName declared(Class<?> entity) {
        String entityName = nameOf(entity);
        Table table = entity.getAnnotation(Table.class);
        if (table == null) return new TableName(null, entityName);
        String name = table.name().isEmpty() ? entityName : table.name();
        return new TableName(table.schema().isEmpty() ? null : table.schema(), name);
    }

    private static List<String> joined(Class<?> type, List<String> idColumns) {
        PrimaryKeyJoinColumn[] declared = type.getAnnotationsByType(PrimaryKeyJoinColumn.class);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < idColumns.size(); i++) names.add(joined(declared, i, idColumns.get(i)));
        return names;
    }

    private static String joined(PrimaryKeyJoinColumn[] declared, int position, String idColumn) {
        return Stream.of(declared)
                .filter(column -> column.referencedColumnName().isEmpty()
                        ? column == declared[Math.min(position, declared.length - 1)]
                        : column.referencedColumnName().equalsIgnoreCase(idColumn))
                .map(PrimaryKeyJoinColumn::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(idColumn);
    }
}
