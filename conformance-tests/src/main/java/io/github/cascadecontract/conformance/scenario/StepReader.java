package io.github.cascadecontract.conformance.scenario;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads steps. The words that are known stand here. */
final class StepReader {
    /** Steps of groups that are not covered yet. */
    private static final Set<String> LATER = Set.of(
            "merge",
            "merge_noload",
            "expire",
            "refresh",
            "savepoint",
            "release",
            "rollback_to",
            "bulk_delete",
            "bulk_update");

    private static final Map<String, Function<StepArguments, ScenarioStep>> WORDS = words();

    private StepReader() {}

    static ScenarioStep read(StepArguments step) {
        if (LATER.contains(step.word())) {
            return new ScenarioStep.Later(step.word());
        }
        Function<StepArguments, ScenarioStep> reader = WORDS.get(step.word());
        if (reader == null) {
            throw step.place().wrong("'%s' is no step; steps are %s".formatted(step.word(), known()));
        }
        return reader.apply(step);
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(WORDS.keySet());
        known.addAll(LATER);
        return known;
    }

    private static Map<String, Function<StepArguments, ScenarioStep>> words() {
        Map<String, Function<StepArguments, ScenarioStep>> words = new HashMap<>();
        words.put("new", s -> new ScenarioStep.New(s.exactly(3).text(1), s.text(2), s.values(3)));
        words.put("get", s -> new ScenarioStep.Get(s.exactly(3).text(1), s.text(2), s.id(3)));
        words.put("load", s -> new ScenarioStep.Load(s.exactly(2).text(1), s.text(2)));
        words.put("load_filtered", StepReader::loadFiltered);
        words.put("append", s -> new ScenarioStep.Append(s.exactly(3).text(1), s.text(2), s.textOrNull(3)));
        words.put("remove", s -> new ScenarioStep.Remove(s.exactly(3).text(1), s.text(2), s.text(3)));
        words.put("assign", s -> new ScenarioStep.Assign(s.exactly(3).text(1), s.text(2), s.texts(3)));
        words.put("ref", s -> new ScenarioStep.Reference(s.exactly(3).text(1), s.text(2), s.textOrNull(3)));
        words.put("set", s -> new ScenarioStep.SetValue(s.exactly(3).text(1), s.text(2), s.value(3)));
        words.put("add", s -> new ScenarioStep.Add(s.exactly(1).text(1)));
        words.put("delete", s -> new ScenarioStep.Delete(s.exactly(1).text(1)));
        words.put("expunge", s -> new ScenarioStep.Expunge(s.exactly(1).text(1)));
        words.put("sql", s -> new ScenarioStep.Sql(s.exactly(1).text(1)));
        words.put("ids", s -> new ScenarioStep.Ids(s.exactly(2).text(1), s.text(2)));
        words.put("value", s -> new ScenarioStep.Value(s.exactly(2).text(1), s.text(2)));
        words.put("same", s -> new ScenarioStep.Same(s.exactly(2).text(1), s.text(2)));
        words.put("try", s -> new ScenarioStep.Try(read(s.exactly(1).nested(1))));
        Arrays.stream(Operation.values()).forEach(o -> words.put(o.word(), s -> whole(s, o)));
        Arrays.stream(Glance.values())
                .forEach(g -> words.put(
                        g.word(), s -> new ScenarioStep.Look(g, s.exactly(1).text(1))));
        return Map.copyOf(words);
    }

    private static ScenarioStep whole(StepArguments step, Operation operation) {
        step.exactly(0);
        return new ScenarioStep.Whole(operation);
    }

    private static ScenarioStep loadFiltered(StepArguments step) {
        return new ScenarioStep.LoadFiltered(
                step.exactly(5).text(1), step.text(2), step.id(3), step.text(4), step.values(5));
    }
}
