package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.merge.MergeOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which attributes of a given object count as given (rule MER-3): a tree of names, or everything. */
final class MergeScope {
    static final MergeScope ALL = new MergeScope(true);

    private final boolean everything;
    private final Set<String> values = new HashSet<>();
    private final Map<Relation, MergeScope> relations = new HashMap<>();

    private MergeScope(boolean everything) {
        this.everything = everything;
    }

    /**
     * The scope of one call.
     *
     * @throws IllegalArgumentException if a path names nothing, with the names that there are
     */
    static MergeScope of(EntityModel model, List<MergeOption> options) {
        List<String> paths = options.stream()
                .filter(MergeOption.Only.class::isInstance)
                .flatMap(option -> ((MergeOption.Only) option).paths().stream())
                .toList();
        boolean limited = options.stream().anyMatch(MergeOption.Only.class::isInstance);
        if (!limited) return ALL;
        MergeScope scope = new MergeScope(false);
        paths.forEach(path -> scope.add(model, path));
        return scope;
    }

    boolean includes(Attribute attribute) {
        return everything || values.contains(attribute.name());
    }

    boolean includes(Relation relation) {
        return everything || relations.containsKey(relation);
    }

    /** What counts as given of the members of an included relation. */
    MergeScope below(Relation relation) {
        return everything ? ALL : relations.getOrDefault(relation, ALL);
    }

    private void add(EntityModel model, String path) {
        boolean found = false;
        for (Attribute value : GivenValues.attributes(model)) {
            if (!isAtOrBelow(value.name(), path)) continue;
            values.add(value.name());
            found = true;
        }
        for (Relation relation : model.relations()) {
            if (isAtOrBelow(relation.name(), path)) relations.put(relation, ALL);
            else if (path.startsWith(relation.name() + ".")) below(relation, path);
            else continue;
            found = true;
        }
        if (!found) throw unknown(model, path);
    }

    private void below(Relation relation, String path) {
        MergeScope scope = relations.computeIfAbsent(relation, absent -> new MergeScope(false));
        String rest = path.substring(relation.name().length() + 1);
        if (!scope.everything) scope.add(relation.target(), rest);
    }

    /** The name of an embeddable stands for everything in it. */
    private static boolean isAtOrBelow(String name, String path) {
        return name.equals(path) || name.startsWith(path + ".");
    }

    private static IllegalArgumentException unknown(EntityModel model, String path) {
        Set<String> known = new TreeSet<>();
        GivenValues.attributes(model).forEach(value -> known.add(value.name()));
        model.relations().forEach(relation -> known.add(relation.name()));
        return new IllegalArgumentException(
                "only(...) names '%s', which %s does not have. It has %s.".formatted(path, model, known));
    }
}
