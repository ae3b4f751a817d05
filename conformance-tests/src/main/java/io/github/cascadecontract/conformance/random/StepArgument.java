package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arguments of steps, whatever kind of step it is: every step is a record. */
final class StepArgument {
    private StepArgument() {}

    static @Nullable Object of(ScenarioStep step, RecordComponent component) {
        try {
            return component.getAccessor().invoke(step);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns all texts among the arguments; names of variables are among them. */
    static List<String> texts(ScenarioStep step) {
        return Arrays.stream(step.getClass().getRecordComponents())
                .flatMap(component -> texts(of(step, component)))
                .toList();
    }

    private static Stream<String> texts(@Nullable Object argument) {
        if (argument instanceof String text) {
            return Stream.of(text);
        }
        if (argument instanceof ScenarioStep nested) {
            return texts(nested).stream();
        }
        return argument instanceof Collection<?> many
                ? new ArrayList<Object>(many).stream().flatMap(StepArgument::texts)
                : Stream.of();
    }
}
