package io.github.cascadecontract.conformance.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What schema and entity classes are made of. Scenarios with equal settings share them.
 *
 * @param tables all tables, link tables among them, in alphabetical order
 * @param foreignKeys the foreign keys
 * @param relations the relations
 * @param generatedIds the entities whose ids the database generates
 */
public record ModelSettings(
        List<String> tables,
        List<ForeignKeySetting> foreignKeys,
        List<RelationSetting> relations,
        Set<String> generatedIds) {
    /** Keeps immutable copies. */
    public ModelSettings {
        tables = List.copyOf(tables);
        foreignKeys = List.copyOf(foreignKeys);
        relations = List.copyOf(relations);
        generatedIds = Set.copyOf(generatedIds);
    }

    /** Returns the tables that have an entity. */
    public Stream<BaseTable> entityTables() {
        return tables.stream().flatMap(table -> BaseTable.named(table).stream());
    }

    /** Returns the foreign keys that a table holds. */
    public List<ForeignKeySetting> keysOf(String table) {
        return foreignKeys.stream().filter(key -> key.table().equals(table)).toList();
    }

    /** Returns the foreign key of that name. */
    public Optional<ForeignKeySetting> key(String name) {
        return foreignKeys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Returns the relations of an entity. */
    public List<RelationSetting> relationsOf(String entity) {
        return relations.stream()
                .filter(relation -> relation.entity().equals(entity))
                .toList();
    }

    /** Returns the relation of that name. */
    public Optional<RelationSetting> relation(String entity, String attribute) {
        return relations.stream()
                .filter(relation ->
                        relation.entity().equals(entity) && relation.attribute().equals(attribute))
                .findFirst();
    }

    /** Returns the other half of a pair, if the relation is half of one. */
    public Optional<RelationSetting> inverseOf(RelationSetting relation) {
        return Optional.ofNullable(relation.inverse()).flatMap(inverse -> relation(relation.target(), inverse));
    }
}
