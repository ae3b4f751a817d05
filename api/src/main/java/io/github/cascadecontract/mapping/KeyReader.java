package io.github.cascadecontract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads key columns and link tables, with the default names of Jakarta Persistence. */
final class KeyReader {
    private final Class<?> entity;
    private final String entityName;

    KeyReader(Class<?> entity, String entityName) {
        this.entity = entity;
        this.entityName = entityName;
    }

    boolean hasJoinColumn(Attribute attribute) {
        return attribute.element().getAnnotationsByType(JoinColumn.class).length > 0;
    }

    JoinColumns joinColumns(Attribute attribute, RelationKind kind, Class<?> target, boolean optional) {
        JoinColumn[] declared = attribute.element().getAnnotationsByType(JoinColumn.class);
        String referred = MappingReader.idColumnOf(kind == RelationKind.ONE_TO_MANY ? entity : target);
        List<String> names = names(declared, attribute.name() + "_" + referred);
        boolean nullable = optional && Stream.of(declared).allMatch(JoinColumn::nullable);
        boolean unique = kind == RelationKind.ONE_TO_ONE || Stream.of(declared).anyMatch(JoinColumn::unique);
        return new JoinColumns(names, nullable, unique);
    }

    JoinTableMapping joinTable(Attribute attribute, Class<?> target) {
        JoinTable declared = attribute.element().getAnnotation(JoinTable.class);
        TableName source = MappingReader.tableOf(entity, entityName);
        TableName far = MappingReader.tableOf(target, nameOf(target));
        String inverse = inverseAttribute(attribute, target);
        String sourceDefault = (inverse == null ? entityName : inverse) + "_" + MappingReader.idColumnOf(entity);
        String targetDefault = attribute.name() + "_" + MappingReader.idColumnOf(target);
        String tableDefault = source.name() + "_" + far.name();
        if (declared == null)
            return new JoinTableMapping(
                    new TableName(source.schema(), tableDefault), List.of(sourceDefault), List.of(targetDefault));
        return new JoinTableMapping(
                new TableName(
                        declared.schema().isEmpty() ? null : declared.schema(),
                        declared.name().isEmpty() ? tableDefault : declared.name()),
                names(declared.joinColumns(), sourceDefault),
                names(declared.inverseJoinColumns(), targetDefault));
    }

    private static List<String> names(JoinColumn[] declared, String fallback) {
        if (declared.length == 0) return List.of(fallback);
        return Stream.of(declared)
                .map(column -> column.name().isEmpty() ? fallback : column.name())
                .toList();
    }

    private static String nameOf(Class<?> target) {
        Entity annotation = target.getAnnotation(Entity.class);
        return annotation == null || annotation.name().isEmpty() ? target.getSimpleName() : annotation.name();
    }

    private @Nullable String inverseAttribute(Attribute attribute, Class<?> target) {
        for (Attribute candidate : ClassAttributes.of(target)) {
            ManyToMany inverse = candidate.element().getAnnotation(ManyToMany.class);
            if (inverse != null && inverse.mappedBy().equals(attribute.name())) return candidate.name();
        }
        return null;
    }
}
