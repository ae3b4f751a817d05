package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as plain Java ones: whole numbers are {@code Long}, objects maps, arrays lists. */
final class Values {
    private Values() {}

    static @Nullable Object of(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isObject() ? map(node) : node.isArray() ? list(node) : node.textValue();
    }

    static Map<String, @Nullable Object> map(JsonNode node) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
        return map;
    }

    static List<@Nullable Object> list(JsonNode node) {
        List<@Nullable Object> list = new ArrayList<>();
        node.forEach(element -> list.add(of(element)));
        return list;
    }
}
