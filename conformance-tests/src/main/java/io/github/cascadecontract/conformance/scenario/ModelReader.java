package io.github.cascadecontract.conformance.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the model of a scenario. Only the tables that it names exist in it. */
final class ModelReader {
    private final Fields settings;
    private final List<ForeignKeySetting> keys;
    private final List<RelationSetting> relations;
    private final List<ScenarioStep> steps;

    private ModelReader(Fields settings, List<ScenarioStep> steps) {
        this.settings = settings;
        this.steps = steps;
        this.keys = ForeignKeyReader.read(settings.object("fks"));
        this.relations = RelationReader.read(settings.object("rels"));
    }

    static ModelSettings read(Fields settings, List<ScenarioStep> steps, Map<String, ?> seed) {
        ModelReader reader = new ModelReader(settings, steps);
        reader.checkKeys();
        Set<String> tables = reader.tables(seed.keySet());
        return new ModelSettings(List.copyOf(tables), reader.keys, reader.relations, reader.generatedIds(tables));
    }

    /** A model without anything, for scenarios that are not run. */
    static ModelSettings none() {
        return new ModelSettings(List.of(), List.of(), List.of(), Set.of());
    }

    private void checkKeys() {
        for (RelationSetting relation : relations) {
            boolean found = keys.stream()
                    .anyMatch(key -> relation.over().equals(key.name())
                            || relation.over().equals(key.table()));
            if (!found) {
                throw settings.place()
                        .wrong("relation '%s' is over '%s', of which 'fks' knows nothing"
                                .formatted(relation.name(), relation.over()));
            }
        }
    }

    private Set<String> tables(Set<String> seeded) {
        Stream<String> ofKeys = keys.stream().flatMap(key -> Stream.of(key.table(), key.to()));
        Stream<String> ofRelations = relations.stream()
                .flatMap(relation -> Stream.of(relation.entity(), relation.target()))
                .map(entity -> BaseTable.ofEntity(entity).orElseThrow().table());
        Stream<String> ofSteps = steps.stream().flatMap(ModelReader::entity).flatMap(this::table);
        return Stream.of(ofKeys, ofRelations, ofSteps, seeded.stream())
                .flatMap(tables -> tables)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> entity(ScenarioStep step) {
        if (step instanceof ScenarioStep.New made) {
            return Stream.of(made.entity());
        }
        if (step instanceof ScenarioStep.Get found) {
            return Stream.of(found.entity());
        }
        if (step instanceof BulkStep bulk) {
            return Stream.of(bulk.entity());
        }
        return step instanceof ScenarioStep.LoadFiltered found ? Stream.of(found.entity()) : Stream.of();
    }

    private Stream<String> table(String entity) {
        return Stream.of(BaseTable.ofEntity(entity)
                .orElseThrow(() -> settings.place().wrong("a step names '" + entity + "', which is no known entity"))
                .table());
    }

    /** Generated unless every new object has an id; an entity of which there is no new object is generated, too. */
    private Set<String> generatedIds(Set<String> tables) {
        return tables.stream()
                .flatMap(table -> BaseTable.named(table).stream())
                .map(BaseTable::entity)
                .filter(Predicate.not(this::isAssigned))
                .collect(Collectors.toSet());
    }

    private boolean isAssigned(String entity) {
        List<@Nullable Object> ids = steps.stream()
                .filter(ScenarioStep.New.class::isInstance)
                .map(ScenarioStep.New.class::cast)
                .filter(made -> made.entity().equals(entity))
                .<@Nullable Object>map(made -> made.values().containsKey("id"))
                .toList();
        return !ids.isEmpty() && !ids.contains(false);
    }
}
