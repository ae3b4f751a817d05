package io.github.cascadecontract.conformance;

import io.github.cascadecontract.conformance.compare.Trial;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces of what failed, for authors of adapters: {@code -Dcascade.trace=true}. */
final class Trace {
    private static final String PROPERTY = "cascade.trace";

    private Trace() {}

    static void print(Trial trial) {
        if (trial.result().status() == Status.FAIL
                && Boolean.getBoolean(PROPERTY)
                && trial.attempt() instanceof Attempt.Observed observed
                && observed.observation().ending().failure() != null) {
            StringWriter text = new StringWriter();
            observed.observation().ending().failure().printStackTrace(new PrintWriter(text));
            System.err.println(trial.result().scenario() + ": " + text);
        }
    }
}
