package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.CollectionMapping;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order in which the members of a relation are selected, as {@code @OrderBy} says. */
final class MemberOrder {
    private final Map<String, String> columns = new HashMap<>();
    private final List<String> items;

    private MemberOrder(EntityMapping target, List<String> items) {
        this.items = items;
        for (BasicMapping basic : target.basics()) columns.put(basic.attribute().name(), basic.column());
        for (IdMapping id : target.ids()) columns.put(id.attribute().name(), id.column());
    }

    static MemberOrder of(Relation relation) {
        EntityMapping target = relation.target().mapping();
        CollectionMapping collection = relation.mapping().collection();
        String order = collection == null ? null : collection.orderBy();
        if (order == null) return new MemberOrder(target, List.of());
        if (order.isBlank()) return new MemberOrder(target, ids(target));
        return new MemberOrder(
                target, Arrays.stream(order.split(",")).map(String::strip).toList());
    }

    private static List<String> ids(EntityMapping target) {
        return target.ids().stream().map(id -> id.attribute().name()).toList();
    }

    /** What is asked for and is not a column of the target. */
    List<String> unknown() {
        return items.stream().filter(item -> column(item) == null).toList();
    }

    /** The end of a SELECT whose members are called {@code t}; empty if no order is asked for. */
    String sql() {
        if (items.isEmpty()) return "";
        return items.stream().map(this::sql).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private String sql(String item) {
        boolean descending = item.toLowerCase(Locale.ROOT).endsWith(" desc");
        return "t." + column(item) + (descending ? " DESC" : "");
    }

    private @Nullable String column(String item) {
        String[] words = item.split("\\s+");
        boolean readable = words.length == 1 || words.length == 2 && words[1].matches("(?i)asc|desc");
        return readable ? columns.get(words[0]) : null;
    }
}
