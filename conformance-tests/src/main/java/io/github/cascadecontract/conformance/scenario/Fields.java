package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object; whatever is missing or of the wrong sort is refused with its place. */
final class Fields {
    private final JsonNode node;
    private final Place place;

    Fields(JsonNode node, Place place) {
        if (!node.isObject()) {
            throw place.wrong("an object is needed, found " + sort(node));
        }
        this.node = node;
        this.place = place;
    }

    Place place() {
        return place;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean names(String name) {
        return node.has(name);
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw place.wrong("'%s' must be text, found %s".formatted(name, sort(value)));
        }
        return value.textValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw place.wrong("'%s' must be true or false, found %s".formatted(name, sort(value)));
        }
        return value.booleanValue();
    }

    Fields object(String name) {
        return new Fields(required(name), place.in("'" + name + "'"));
    }

    JsonNode any(String name) {
        return node.path(name);
    }

    /** The objects of this object by name. */
    Map<String, Fields> objects() {
        Map<String, Fields> found = new LinkedHashMap<>();
        node.properties()
                .forEach(entry ->
                        found.put(entry.getKey(), new Fields(entry.getValue(), place.in("'" + entry.getKey() + "'"))));
        return found;
    }

    List<JsonNode> array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw place.wrong("'%s' must be an array, found %s".formatted(name, sort(value)));
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** The values of this object by name. */
    Map<String, @Nullable Object> values() {
        return Values.map(node);
    }

    private JsonNode required(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw place.wrong("'" + name + "' is missing");
        }
        return value;
    }

    static String sort(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
