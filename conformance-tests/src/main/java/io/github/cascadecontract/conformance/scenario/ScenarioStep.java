package io.github.cascadecontract.conformance.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a scenario. Variables name entities that earlier steps made or found. */
public interface ScenarioStep {
    /** Returns the word that the file uses for it. */
    String word();

    /** Calls the handler's method for this kind of step. */
    void execute(StepHandler handler);

    /** A new object, not persisted. */
    record New(String variable, String entity, Map<String, @Nullable Object> values) implements ScenarioStep {
        @Override
        public String word() {
            return "new";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.create(this);
        }
    }

    /** An entity is found by id. */
    record Get(String variable, String entity, Object id) implements ScenarioStep {
        @Override
        public String word() {
            return "get";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.get(this);
        }
    }

    /** A relation is read. */
    record Load(String variable, String attribute) implements ScenarioStep {
        @Override
        public String word() {
            return "load";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.load(this);
        }
    }

    /** An entity is found with a collection that holds only the rows that meet a condition. */
    record LoadFiltered(
            String variable, String entity, Object id, String attribute, Map<String, @Nullable Object> condition)
            implements ScenarioStep {
        @Override
        public String word() {
            return "load_filtered";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.loadFiltered(this);
        }
    }

    /** An entity, or null, is put into a collection. */
    record Append(
            String variable, String attribute, @Nullable String child) implements ScenarioStep {
        @Override
        public String word() {
            return "append";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.append(this);
        }
    }

    /** An entity is taken out of a collection. */
    record Remove(String variable, String attribute, String child) implements ScenarioStep {
        @Override
        public String word() {
            return "remove";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.remove(this);
        }
    }

    /** A collection is replaced. */
    record Assign(String variable, String attribute, List<String> children) implements ScenarioStep {
        @Override
        public String word() {
            return "assign";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.assign(this);
        }
    }

    /** A reference is set. */
    record Reference(
            String variable, String attribute, @Nullable String target) implements ScenarioStep {
        @Override
        public String word() {
            return "ref";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.reference(this);
        }
    }

    /** A column is set. */
    record SetValue(
            String variable, String column, @Nullable Object value) implements ScenarioStep {
        @Override
        public String word() {
            return "set";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.setValue(this);
        }
    }

    /** An entity is persisted. */
    record Add(String variable) implements ScenarioStep {
        @Override
        public String word() {
            return "add";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.add(this);
        }
    }

    /** An entity is removed. */
    record Delete(String variable) implements ScenarioStep {
        @Override
        public String word() {
            return "delete";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.delete(this);
        }
    }

    /** An entity is detached. */
    record Expunge(String variable) implements ScenarioStep {
        @Override
        public String word() {
            return "expunge";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.expunge(this);
        }
    }

    /** An operation of the unit of work as a whole. */
    record Whole(Operation operation) implements ScenarioStep {
        @Override
        public String word() {
            return operation.word();
        }

        @Override
        public void execute(StepHandler handler) {
            handler.whole(this);
        }
    }

    /** A statement behind the unit of work's back, in its transaction. {@code {s}} stands for the schema. */
    record Sql(String text) implements ScenarioStep {
        @Override
        public String word() {
            return "sql";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.sql(this);
        }
    }

    /** A look at one entity. */
    record Look(Glance glance, String variable) implements ScenarioStep {
        @Override
        public String word() {
            return glance.word();
        }

        @Override
        public void execute(StepHandler handler) {
            handler.look(this);
        }
    }

    /** A look at the ids in a collection. */
    record Ids(String variable, String attribute) implements ScenarioStep {
        @Override
        public String word() {
            return "ids";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.ids(this);
        }
    }

    /** A look at a column or a reference. */
    record Value(String variable, String column) implements ScenarioStep {
        @Override
        public String word() {
            return "value";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.value(this);
        }
    }

    /** A look at whether two variables are one object. */
    record Same(String variable, String other) implements ScenarioStep {
        @Override
        public String word() {
            return "same";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.same(this);
        }
    }

    /** A step that may fail: the kind of error is looked at, and the scenario goes on. */
    record Try(ScenarioStep step) implements ScenarioStep {
        @Override
        public String word() {
            return "try";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.attempt(this);
        }
    }

    /** The values of a given object are copied to a managed one. */
    record Merge(String result, String given) implements ScenarioStep {
        @Override
        public String word() {
            return "merge";
        }

        @Override
        public void execute(StepHandler handler) {
            handler.merge(this);
        }
    }

    /** An entity is read again; also under the recorded word {@code expire}. */
    record Refresh(String word, String variable) implements ScenarioStep {
        @Override
        public void execute(StepHandler handler) {
            handler.refresh(this);
        }
    }
}
