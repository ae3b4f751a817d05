package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting.Constraints;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenarios with a simpler model, as far as the contract accepts it. */
final class ModelReductions {
    private final Scenario scenario;
    private final ModelSettings model;

    private ModelReductions(Scenario scenario) {
        this.scenario = scenario;
        this.model = scenario.model();
    }

    static List<Scenario> of(Scenario scenario) {
        ModelReductions reductions = new ModelReductions(scenario);
        return Stream.of(
                        reductions.withoutTables(),
                        reductions.withoutKeys(),
                        reductions.withoutRelations(),
                        reductions.simplerRelations(),
                        reductions.simplerKeys())
                .flatMap(smaller -> smaller)
                .filter(smaller -> RandomModel.isAccepted(smaller.model()))
                .toList();
    }

    private Stream<Scenario> withoutTables() {
        return model.tables().stream()
                .filter(table -> model.tables().size() > 1)
                .map(this::withoutTable);
    }

    private Scenario withoutTable(String table) {
        List<ForeignKeySetting> gone = model.foreignKeys().stream()
                .filter(key -> key.table().equals(table) || key.to().equals(table))
                .toList();
        Set<String> linkTables = gone.stream()
                .map(ForeignKeySetting::table)
                .filter(holder -> BaseTable.named(holder).isEmpty())
                .collect(Collectors.toSet());
        List<ForeignKeySetting> all = model.foreignKeys().stream()
                .filter(key -> gone.contains(key) || linkTables.contains(key.table()))
                .toList();
        Scenario smaller = withoutKeys(all);
        Set<String> dropped =
                Stream.concat(Stream.of(table), linkTables.stream()).collect(Collectors.toSet());
        return withoutTables(smaller, dropped);
    }

    private static Scenario withoutTables(Scenario scenario, Set<String> dropped) {
        List<ScenarioStep> steps = scenario.steps();
        for (String table : dropped) {
            String entity = BaseTable.named(table).map(BaseTable::entity).orElse("");
            steps = StepReductions.withoutEntity(steps, entity);
        }
        Map<String, List<Map<String, @Nullable Object>>> seed = new LinkedHashMap<>(scenario.seed());
        seed.keySet().removeAll(dropped);
        ModelSettings model = scenario.model();
        List<String> tables = model.tables().stream()
                .filter(table -> !dropped.contains(table))
                .toList();
        ModelSettings smaller = new ModelSettings(tables, model.foreignKeys(), model.relations(), model.generatedIds());
        return copy(scenario, smaller, seed, steps);
    }

    private Stream<Scenario> withoutKeys() {
        return model.foreignKeys().stream()
                .filter(key -> BaseTable.named(key.table()).isPresent())
                .map(key -> withoutKeys(List.of(key)));
    }

    /** With the relations over them, and the columns of the rows. */
    private Scenario withoutKeys(List<ForeignKeySetting> gone) {
        Set<String> over =
                gone.stream().flatMap(key -> Stream.of(key.name(), key.table())).collect(Collectors.toSet());
        List<RelationSetting> left = model.relations().stream()
                .filter(relation -> !over.contains(relation.over()))
                .toList();
        List<ForeignKeySetting> keys =
                model.foreignKeys().stream().filter(key -> !gone.contains(key)).toList();
        Map<String, List<Map<String, @Nullable Object>>> seed = new LinkedHashMap<>();
        scenario.seed()
                .forEach((table, rows) -> seed.put(
                        table,
                        rows.stream()
                                .map(row -> withoutColumns(table, row, gone))
                                .toList()));
        return copy(
                scenario, new ModelSettings(model.tables(), keys, left, model.generatedIds()), seed, stepsWith(left));
    }

    private static Map<String, @Nullable Object> withoutColumns(
            String table, Map<String, @Nullable Object> row, List<ForeignKeySetting> gone) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>(row);
        gone.stream().filter(key -> key.table().equals(table)).forEach(key -> left.remove(key.column()));
        return left;
    }

    private List<ScenarioStep> stepsWith(List<RelationSetting> left) {
        List<ScenarioStep> steps = scenario.steps();
        for (RelationSetting relation : model.relations()) {
            boolean kept = left.stream().anyMatch(other -> other.name().equals(relation.name()));
            steps = kept ? steps : StepReductions.withoutAttribute(steps, relation.entity(), relation.attribute());
        }
        return steps;
    }

    /** Of a one-to-one pair only the side without the key can go: a one-to-one is mapped where its key is. */
    private Stream<Scenario> withoutRelations() {
        return model.relations().stream()
                .filter(relation -> model.inverseOf(relation)
                        .filter(inverse -> !inverse.isInverseOneToOne())
                        .isPresent())
                .map(this::withoutRelation);
    }

    private Scenario withoutRelation(RelationSetting gone) {
        List<RelationSetting> left = model.relations().stream()
                .filter(relation -> relation != gone)
                .map(relation -> model.inverseOf(gone).filter(relation::equals).isPresent()
                        ? RelationVariant.of(relation).alone()
                        : relation)
                .toList();
        return copy(scenario, withRelations(left), scenario.seed(), stepsWith(left));
    }

    private Stream<Scenario> simplerRelations() {
        return model.relations().stream()
                .flatMap(relation -> RelationVariant.of(relation)
                        .simpler()
                        .map(simpler -> copy(
                                scenario,
                                withRelations(model.relations().stream()
                                        .map(other -> other == relation ? simpler : other)
                                        .toList()),
                                scenario.seed(),
                                scenario.steps())));
    }

    private ModelSettings withRelations(List<RelationSetting> relations) {
        return new ModelSettings(model.tables(), model.foreignKeys(), relations, model.generatedIds());
    }

    private Stream<Scenario> simplerKeys() {
        return model.foreignKeys().stream()
                .filter(key -> BaseTable.named(key.table()).isPresent())
                .flatMap(key -> simpler(key).map(simple -> withKey(key, simple)));
    }

    private static Stream<ForeignKeySetting> simpler(ForeignKeySetting key) {
        Constraints constraints = key.constraints();
        Constraints nullable = new Constraints(true, constraints.unique(), false, false, null);
        Constraints notUnique = new Constraints(constraints.nullable(), false, false, false, null);
        return Stream.of(
                        with(key, constraints, ReferentialAction.NO_ACTION),
                        with(key, nullable, key.onDelete()),
                        with(key, notUnique, key.onDelete()))
                .filter(simple -> !simple.equals(key));
    }

    private static ForeignKeySetting with(ForeignKeySetting key, Constraints constraints, ReferentialAction action) {
        return new ForeignKeySetting(key.table(), key.column(), key.to(), constraints, action, key.onUpdate());
    }

    private Scenario withKey(ForeignKeySetting key, ForeignKeySetting simple) {
        List<ForeignKeySetting> keys = model.foreignKeys().stream()
                .map(other -> other == key ? simple : other)
                .toList();
        ModelSettings simpler = new ModelSettings(model.tables(), keys, model.relations(), model.generatedIds());
        return copy(scenario, simpler, scenario.seed(), scenario.steps());
    }

    private static Scenario copy(
            Scenario scenario,
            ModelSettings model,
            Map<String, List<Map<String, @Nullable Object>>> seed,
            List<ScenarioStep> steps) {
        return new Scenario(scenario.id(), scenario.group(), scenario.fact(), model, seed, steps, scenario.recorded());
    }
}
