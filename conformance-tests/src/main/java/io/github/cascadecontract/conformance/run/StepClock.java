package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.recording.RecordedStep;
import io.github.cascadecontract.conformance.recording.SelectOwner;
import io.github.cascadecontract.conformance.recording.StatementRecorder;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the recorder which step statements belong to, and on whose account they read. */
final class StepClock {
    private static final Set<String> OWN_ACCOUNT =
            Set.of("add", "delete", "merge", "expunge", "flush", "savepoint", "commit", "rollback", "new_session");

    private final StatementRecorder recorder;
    private RecordedStep step = RecordedStep.NONE;

    StepClock(StatementRecorder recorder) {
        this.recorder = recorder;
    }

    int index() {
        return step.index();
    }

    void begin(int index, ScenarioStep next) {
        String word = next instanceof ScenarioStep.Try attempt ? attempt.step().word() : next.word();
        SelectOwner owner = OWN_ACCOUNT.contains(word) ? SelectOwner.UNIT_OF_WORK : SelectOwner.CALLER;
        switchTo(new RecordedStep(index, word, owner));
    }

    /** Reads something for the caller, whatever the step. */
    <T> @Nullable T asCaller(Supplier<@Nullable T> reading) {
        RecordedStep current = step;
        switchTo(new RecordedStep(current.index(), current.word(), SelectOwner.CALLER));
        try {
            return reading.get();
        } finally {
            switchTo(current);
        }
    }

    private void switchTo(RecordedStep next) {
        step = next;
        recorder.beginStep(next);
    }
}
