package io.github.cascadecontract.conformance.scenario;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads steps. The words that are known stand here. */
final class StepReader {
    private static final Map<String, Function<StepArguments, ScenarioStep>> WORDS = words();

    private StepReader() {}

    static ScenarioStep read(StepArguments step) {
        Function<StepArguments, ScenarioStep> reader = WORDS.get(step.word());
        if (reader == null) {
            throw step.place()
                    .wrong("'%s' is no step; steps are %s".formatted(step.word(), new TreeSet<>(WORDS.keySet())));
        }
        return reader.apply(step);
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
        words.put("merge", s -> new ScenarioStep.Merge(s.exactly(2).text(1), s.text(2)));
        words.put("merge_noload", StepReader::mergeWithoutReading);
        words.put("refresh", StepReader::refresh);
        words.put("expire", StepReader::refresh);
        words.put("bulk_delete", s -> new BulkStep(s.exactly(2).text(1), s.values(2), null));
        words.put("bulk_update", s -> new BulkStep(s.exactly(3).text(1), s.values(2), s.values(3)));
        words.put("sql", s -> new ScenarioStep.Sql(s.exactly(1).text(1)));
        words.put("ids", s -> new ScenarioStep.Ids(s.exactly(2).text(1), s.text(2)));
        words.put("value", s -> new ScenarioStep.Value(s.exactly(2).text(1), s.text(2)));
        words.put("same", s -> new ScenarioStep.Same(s.exactly(2).text(1), s.text(2)));
        words.put("try", s -> new ScenarioStep.Try(read(s.exactly(1).nested(1))));
        Arrays.stream(Operation.values()).forEach(o -> words.put(o.word(), s -> whole(s, o)));
        Arrays.stream(SavepointStep.Operation.values())
                .forEach(o -> words.put(
                        o.word(), s -> new SavepointStep(o, s.exactly(1).text(1))));
        Arrays.stream(Glance.values())
                .forEach(g -> words.put(
                        g.word(), s -> new ScenarioStep.Look(g, s.exactly(1).text(1))));
        return Map.copyOf(words);
    }

    private static ScenarioStep whole(StepArguments step, Operation operation) {
        step.exactly(0);
        return new ScenarioStep.Whole(operation);
    }

    private static ScenarioStep mergeWithoutReading(StepArguments step) {
        throw step.place().wrong("'merge_noload' has no word in Java: merge always compares with the row. Use 'merge'");
    }

    private static ScenarioStep refresh(StepArguments step) {
        if (step.has(2)) {
            throw step.place()
                    .wrong("'%s' of single attributes has no word in Java: it is for the whole entity"
                            .formatted(step.word()));
        }
        return new ScenarioStep.Refresh(step.word(), step.exactly(1).text(1));
    }

    private static ScenarioStep loadFiltered(StepArguments step) {
        return new ScenarioStep.LoadFiltered(
                step.exactly(5).text(1), step.text(2), step.id(3), step.text(4), step.values(5));
    }
}
