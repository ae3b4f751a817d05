package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.Glance;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Operation;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a sequence: a few entities are found, then changes at random, flushes among them. */
final class RandomSteps {
    private final Dice dice;
    private final ModelSettings model;
    private final Map<String, List<Map<String, @Nullable Object>>> seed;
    private final List<Variable> variables = new ArrayList<>();
    private final List<ScenarioStep> steps = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    private int nextNumber = 50;
    private int units;

    private RandomSteps(Dice dice, ModelSettings model, Map<String, List<Map<String, @Nullable Object>>> seed) {
        this.dice = dice;
        this.model = model;
        this.seed = seed;
    }

    static List<ScenarioStep> next(
            Dice dice, ModelSettings model, Map<String, List<Map<String, @Nullable Object>>> seed) {
        RandomSteps random = new RandomSteps(dice, model, seed);
        random.play();
        return random.steps;
    }

    private void play() {
        for (int i = dice.between(1, 4); i > 0; i--) {
            find();
        }
        unit(dice.between(1, 7));
        if (dice.chance(30)) {
            beginAgain();
            unit(dice.between(1, 4));
        }
    }

    /**
     * Objects of a unit of work that has ended are not used again: what becomes of those whose rows are gone depends on how long a provider
     * remembers them.
     */
    private void beginAgain() {
        variables.clear();
        units++;
        for (int i = dice.between(1, 3); i > 0; i--) {
            find();
        }
    }

    /** One unit of work, to its end. */
    private void unit(int changes) {
        for (int i = 0; i < changes; i++) {
            turn(dice.weighted(Turn.ALL));
        }
        flush();
        whole(dice.chance(92) ? Operation.COMMIT : Operation.ROLLBACK);
    }

    private void turn(Turn turn) {
        switch (turn) {
            case FIND -> find();
            case LOAD -> any().ifPresent(this::load);
            case MAKE -> make();
            case APPEND -> collection(any()).ifPresent(this::append);
            case REMOVE -> collection(any()).ifPresent(this::remove);
            case ASSIGN -> collection(any()).ifPresent(this::assign);
            case REFER -> any().ifPresent(this::refer);
            case ADD -> any().ifPresent(variable -> steps.add(new ScenarioStep.Add(variable.name())));
            case DELETE -> any().ifPresent(this::delete);
            case SET -> any().ifPresent(this::set);
            case FLUSH -> flush();
        }
    }

    private void delete(Variable variable) {
        deleted.add(variable.name());
        steps.add(new ScenarioStep.Delete(variable.name()));
    }

    private void find() {
        BaseTable table = dice.pick(model.entityTables().toList());
        List<Map<String, @Nullable Object>> rows = seed.getOrDefault(table.table(), List.of());
        if (rows.isEmpty()) {
            return;
        }
        Object id = dice.pick(rows).get("id");
        String name = "again".repeat(units) + letter(table) + id;
        if (id == null
                || deleted.contains(letter(table) + id)
                || variables.stream().anyMatch(known -> known.name().equals(name))) {
            return;
        }
        Variable found = new Variable(name, table.entity(), Variable.Origin.FOUND);
        variables.add(found);
        steps.add(new ScenarioStep.Get(name, table.entity(), id));
        loadInverseOneToOnes(found);
        if (dice.chance(35)) {
            load(found);
        }
    }

    /** Whether {@code find} loads an inverse one-to-one is the provider's affair; here it is loaded always. */
    private void loadInverseOneToOnes(Variable variable) {
        model.relationsOf(variable.entity()).stream()
                .filter(RelationSetting::isInverseOneToOne)
                .forEach(relation -> load(variable, relation));
    }

    /** Two letters, for posts and profiles begin with the same one. */
    private static String letter(BaseTable table) {
        return table.entity().substring(0, 2).toLowerCase(Locale.ROOT);
    }

    private Optional<Variable> any() {
        return any(variable -> true);
    }

    private Optional<Variable> any(Predicate<Variable> which) {
        List<Variable> some = variables.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(dice.pick(some));
    }

    private void load(Variable variable) {
        relation(variable, relation -> true).ifPresent(relation -> load(variable, relation));
    }

    private void load(Variable variable, RelationSetting relation) {
        variable.load(relation);
        steps.add(new ScenarioStep.Load(variable.name(), relation.attribute()));
    }

    private Optional<RelationSetting> relation(Variable variable, Predicate<RelationSetting> which) {
        List<RelationSetting> some =
                model.relationsOf(variable.entity()).stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(dice.pick(some));
    }

    private void make() {
        BaseTable table = dice.pick(model.entityTables().toList());
        int number = nextNumber++;
        Variable made = new Variable("new" + letter(table) + number, table.entity(), Variable.Origin.MADE);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (!model.generatedIds().contains(table.entity())) {
            values.put("id", (long) number);
        }
        values.putAll(Texts.of(table, number));
        steps.add(new ScenarioStep.New(made.name(), table.entity(), values));
        variables.add(made);
        attach(made);
    }

    /** Most new objects get a parent at once, or are persisted, or both. */
    private void attach(Variable made) {
        if (dice.chance(45)) {
            refer(made);
        }
        if (dice.chance(45)) {
            any(owner -> relation(owner, relation -> relation.isCollection() && made.is(relation.target()))
                            .isPresent())
                    .ifPresent(owner -> relation(
                                    owner, relation -> relation.isCollection() && made.is(relation.target()))
                            .ifPresent(relation -> append(owner, relation, made)));
        }
        if (dice.chance(45)) {
            steps.add(new ScenarioStep.Add(made.name()));
        }
    }

    /** A variable with one of its collections. */
    private Optional<Held> collection(Optional<Variable> variable) {
        return variable.flatMap(
                owner -> relation(owner, RelationSetting::isCollection).map(relation -> new Held(owner, relation)));
    }

    private record Held(Variable owner, RelationSetting relation) {}

    private void append(Held held) {
        other(held).ifPresent(child -> append(held.owner, held.relation, child));
    }

    private Optional<Variable> other(Held held) {
        return any(child -> child != held.owner && child.is(held.relation.target()));
    }

    private void append(Variable owner, RelationSetting relation, Variable child) {
        if (owner != child) {
            settle(owner, relation);
            steps.add(new ScenarioStep.Append(owner.name(), relation.attribute(), child.name()));
        }
    }

    private void remove(Held held) {
        other(held).ifPresent(child -> {
            settle(held.owner, held.relation);
            steps.add(new ScenarioStep.Remove(held.owner.name(), held.relation.attribute(), child.name()));
        });
    }

    private void assign(Held held) {
        settle(held.owner, held.relation);
        List<String> children = variables.stream()
                .filter(child -> child != held.owner && child.is(held.relation.target()) && dice.chance(40))
                .map(Variable::name)
                .toList();
        steps.add(new ScenarioStep.Assign(held.owner.name(), held.relation.attribute(), children));
    }

    /**
     * Whether changing a collection loads it is the provider's affair. Under PassiveDeletes ON it would decide who removes the children, and
     * where children do not know their parent whether one that is there already is written again: there it is loaded first.
     */
    private void settle(Variable owner, RelationSetting relation) {
        boolean open = !owner.isMade() && !owner.isLoaded(relation);
        if (open && (Conditions.mustBeLoaded(relation) || dice.chance(50))) {
            load(owner, relation);
        }
    }

    private void refer(Variable owner) {
        relation(owner, relation -> !relation.isCollection()).ifPresent(relation -> {
            Optional<Variable> target =
                    dice.chance(30) && !owner.isMade() ? Optional.empty() : other(new Held(owner, relation));
            steps.add(new ScenarioStep.Reference(
                    owner.name(),
                    relation.attribute(),
                    target.map(Variable::name).orElse(null)));
        });
    }

    /**
     * Never the text by which a new row is known, and nothing of a child that does not know its parent: its key may be written by a
     * statement of its own.
     */
    private void set(Variable variable) {
        if (model.relations().stream()
                .anyMatch(relation -> Conditions.isOneWay(relation) && variable.is(relation.target()))) {
            return;
        }
        BaseTable table = BaseTable.ofEntity(variable.entity()).orElseThrow();
        String last = table.columns().get(table.columns().size() - 1);
        if (!last.equals(Texts.label(table))) {
            String value = "changed" + nextNumber++ + "@example.org";
            steps.add(new ScenarioStep.SetValue(variable.name(), last, value));
        } else if (!variable.isMade()) {
            steps.add(new ScenarioStep.SetValue(variable.name(), last, "changed" + nextNumber++));
        }
    }

    private void flush() {
        whole(Operation.FLUSH);
        variables.forEach(variable -> steps.add(new ScenarioStep.Look(Glance.STATE, variable.name())));
    }

    private void whole(Operation operation) {
        steps.add(new ScenarioStep.Whole(operation));
    }
}
