package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of a step as the file has them. */
final class StepArguments {
    private final JsonNode step;
    private final Place place;

    StepArguments(JsonNode step, Place place) {
        this.step = step;
        this.place = place;
        if (!step.isArray() || !step.path(0).isTextual()) {
            throw place.wrong("a step is an array that begins with a word, found " + Fields.sort(step));
        }
    }

    Place place() {
        return place;
    }

    String word() {
        return step.path(0).textValue();
    }

    StepArguments exactly(int count) {
        if (step.size() - 1 != count) {
            throw place.wrong("'%s' takes %d argument(s), found %d".formatted(word(), count, step.size() - 1));
        }
        return this;
    }

    boolean has(int index) {
        return step.has(index);
    }

    String text(int index) {
        JsonNode argument = step.path(index);
        if (!argument.isTextual()) {
            throw place.wrong(
                    "argument %d of '%s' must be text, found %s".formatted(index, word(), Fields.sort(argument)));
        }
        return argument.textValue();
    }

    @Nullable
    String textOrNull(int index) {
        return step.path(index).isNull() ? null : text(index);
    }

    @Nullable
    Object value(int index) {
        return Values.of(step.path(index));
    }

    Object id(int index) {
        if (!step.path(index).isIntegralNumber()) {
            throw place.wrong("argument %d of '%s' must be a whole number".formatted(index, word()));
        }
        return Objects.requireNonNull(value(index));
    }

    Map<String, @Nullable Object> values(int index) {
        return new Fields(step.path(index), place.in("argument " + index)).values();
    }

    List<String> texts(int index) {
        JsonNode argument = step.path(index);
        if (!argument.isArray()) {
            throw place.wrong(
                    "argument %d of '%s' must be an array, found %s".formatted(index, word(), Fields.sort(argument)));
        }
        List<String> texts = new ArrayList<>();
        argument.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    StepArguments nested(int index) {
        return new StepArguments(step.path(index), place.in("'" + word() + "'"));
    }
}
