package io.github.cascadecontract.mapping;

import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the keys and link tables of one entity's relations. */
final class KeyReader {
    private final Class<?> entity;
    private final KeyColumns keys;

    KeyReader(Class<?> entity, KeyColumns keys) {
        this.entity = entity;
        this.keys = keys;
    }

    JoinColumns joinColumns(MappedAttribute attribute, RelationKind kind, Class<?> target, boolean optional) {
        boolean toMany = kind == RelationKind.ONE_TO_MANY;
        Class<?> parent = toMany ? entity : target;
        JoinColumn[] declared = attribute.joinColumns();
        List<String> names = toMany
                ? keys.names(where(attribute), KeyColumns.Declared.of(declared), parent, prefix(attribute))
                : keys.namesOf(attribute, entity, parent);
        boolean inId = isPartOfId(names, toMany ? target : entity);
        boolean nullable = optional && !inId && Stream.of(declared).allMatch(JoinColumn::nullable);
        boolean unique = kind == RelationKind.ONE_TO_ONE || Stream.of(declared).anyMatch(JoinColumn::unique);
        return new JoinColumns(names, keys.referencedIn(parent), nullable, unique);
    }

    /** Whether the key, or a part of it, is a part of the child's id as well. */
    boolean isPartOfId(List<String> key, Class<?> child) {
        return !Collections.disjoint(key, keys.referencedIn(child));
    }

    JoinTableMapping joinTable(MappedAttribute attribute, Class<?> target) {
        JoinTable declared = attribute.joinTable();
        TableName source = TableReader.tableOf(entity);
        String tableDefault = source.name() + "_" + TableReader.tableOf(target).name();
        String inverse = inverseAttribute(attribute, target);
        String sourcePrefix = (inverse == null ? TableReader.nameOf(entity) : inverse) + "_";
        JoinColumn[] none = {};
        List<String> sourceColumns =
                columns(attribute, declared == null ? none : declared.joinColumns(), entity, sourcePrefix);
        List<String> targetColumns =
                columns(attribute, declared == null ? none : declared.inverseJoinColumns(), target, prefix(attribute));
        TableName table = declared == null
                ? new TableName(source.schema(), tableDefault)
                : new TableName(
                        declared.schema().isEmpty() ? null : declared.schema(),
                        declared.name().isEmpty() ? tableDefault : declared.name());
        return new JoinTableMapping(table, sourceColumns, targetColumns);
    }

    private List<String> columns(MappedAttribute attribute, JoinColumn[] declared, Class<?> parent, String prefix) {
        return keys.names(where(attribute), KeyColumns.Declared.of(declared), parent, prefix);
    }

    private String where(MappedAttribute attribute) {
        return TableReader.nameOf(entity) + "." + attribute.name();
    }

    private static String prefix(MappedAttribute attribute) {
        return attribute.local().name() + "_";
    }

    private static @Nullable String inverseAttribute(MappedAttribute attribute, Class<?> target) {
        for (MappedAttribute candidate : Flattening.ofHierarchy(target)) {
            ManyToMany inverse = candidate.annotation(ManyToMany.class);
            if (inverse != null && inverse.mappedBy().equals(attribute.name())) return candidate.name();
        }
        return null;
    }
}
