package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.recording.AuditCounts;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.run.Observation.Ending;
import io.github.cascadecontract.conformance.schema.TableRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One run of one scenario. */
final class ScenarioRun {
    private final Environment environment;
    private final Evidence evidence;
    private final Course course;

    ScenarioRun(Environment environment, Evidence evidence, Course course) {
        this.environment = environment;
        this.evidence = evidence;
        this.course = course;
    }

    Attempt run(Supplier<DoorSession> opener) {
        UnitsOfWork units = new UnitsOfWork(opener);
        FlushWatch watch = watch(units);
        StepInterpreter interpreter =
                new StepInterpreter(environment.model(), units, evidence, watch, course.writing());
        try {
            Ending ending = ending(units, interpreter);
            return new Attempt.Observed(observation(ending, interpreter, watch.seen(), units.reported()));
        } catch (UnsupportedStepException unsupported) {
            return new Attempt.Unsupported(String.valueOf(unsupported.getMessage()));
        } finally {
            environment.giveBackConnections();
        }
    }

    private FlushWatch watch(UnitsOfWork units) {
        return switch (course.planning()) {
            case NONE -> new FlushWatch();
            case EVERY_REMOVAL -> new PlanWatch(environment.model(), units, evidence);
        };
    }

    private Ending ending(UnitsOfWork units, StepInterpreter interpreter) {
        try (units) {
            course.turns().forEach(turn -> interpreter.run(turn.index(), turn.step()));
            return new Ending(units.outcome(), null, null);
        } catch (UnsupportedStepException unsupported) {
            throw unsupported;
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            return new Ending(
                    evidence.word(failure), String.valueOf(evidence.clock().index()), failure);
        }
    }

    private Observation observation(
            Ending ending, StepInterpreter interpreter, List<PlannedFlush> planned, ReportedRows reported) {
        int leftOpen = environment.giveBackConnections();
        AuditCounts audited = evidence.audited();
        return new Observation(
                ending,
                TableRows.read(environment.schema(), environment.model().settings()),
                Evidence.counts(audited, RowOrigin.CLIENT),
                Evidence.counts(audited, RowOrigin.DATABASE, RowOrigin.USER_TRIGGER),
                evidence.reading(),
                evidence.statements(),
                interpreter.looks().seen(),
                leftOpen,
                planned,
                reported.differences(evidence.ownOf(audited)));
    }

    /** Nothing was run, and no row was put in. */
    static Observation refused(Environment environment, Ending ending) {
        return new Observation(
                ending,
                Map.of(),
                Map.of(),
                Map.of(),
                new Observation.Reading(Map.of(), Set.of(), Map.of(), Set.of()),
                List.of(),
                Map.of(),
                environment.giveBackConnections());
    }
}
