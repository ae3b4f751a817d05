package io.github.cascadecontract.conformance.scenario;

/**
 * A savepoint is set, released or rolled back to.
 *
 * @param operation what is done
 * @param name the savepoint's name in the scenario
 */
public record SavepointStep(Operation operation, String name) implements ScenarioStep {
    /** What can be done with a savepoint. */
    public enum Operation {
        /** Flush and set it. */
        SET("savepoint"),
        /** Forget it. */
        RELEASE("release"),
        /** Take back what was written since. */
        ROLL_BACK_TO("rollback_to");

        private final String word;

        Operation(String word) {
            this.word = word;
        }

        /** Returns the word that the file uses for it. */
        public String word() {
            return word;
        }
    }

    @Override
    public String word() {
        return operation.word();
    }

    @Override
    public void execute(StepHandler handler) {
        handler.savepoint(this);
    }
}
