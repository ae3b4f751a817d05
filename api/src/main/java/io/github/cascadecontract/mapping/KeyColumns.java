package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the columns of a key into the order of the id columns that it refers to, with the default names. */
final class KeyColumns {
    private final IdReader ids;
    private final Consumer<Refusal> problems;
    private final Set<String> refused = new LinkedHashSet<>();

    KeyColumns(IdReader ids, Consumer<Refusal> problems) {
        this.ids = ids;
        this.problems = problems;
    }

    /** A declared key column. */
    record Declared(String name, String referenced) {
        static List<Declared> of(JoinColumn[] columns) {
            return Stream.of(columns)
                    .map(column -> new Declared(column.name(), column.referencedColumnName()))
                    .toList();
        }

        static List<Declared> of(PrimaryKeyJoinColumn[] columns) {
            return Stream.of(columns)
                    .map(column -> new Declared(column.name(), column.referencedColumnName()))
                    .toList();
        }
    }

    /** Whether a one-to-one uses the id of its own entity as key. */
    static boolean joinsPrimaryKey(MappedAttribute relation) {
        return relation.local().element().getAnnotationsByType(PrimaryKeyJoinColumn.class).length > 0
                && relation.joinColumns().length == 0
                && !relation.has(MapsId.class);
    }

    /** The id columns of an entity's own table. */
    List<String> referencedIn(Class<?> entity) {
        List<String> root =
                ids.of(entity).columns().stream().map(IdMapping::column).toList();
        List<TableMapping> tables = TableReader.tablesOf(entity, root);
        return tables.get(tables.size() - 1).idColumns();
    }

    /**
     * Names of the key columns of a relation that holds its key.
     *
     * @param entity the entity that has the relation
     * @param parent the entity that the key refers to
     */
    List<String> namesOf(MappedAttribute relation, Class<?> entity, Class<?> parent) {
        String where = TableReader.nameOf(entity) + "." + relation.name();
        if (!joinsPrimaryKey(relation))
            return names(
                    where,
                    Declared.of(relation.joinColumns()),
                    parent,
                    relation.local().name() + "_");
        List<Declared> declared =
                Declared.of(relation.local().element().getAnnotationsByType(PrimaryKeyJoinColumn.class));
        List<String> own = referencedIn(entity);
        boolean named = declared.stream().noneMatch(column -> column.name().isEmpty());
        return named ? names(where, declared, parent, "") : own;
    }

    /**
     * Names of key columns.
     *
     * @param where the relation, for problems
     * @param prefix what stands before the referenced column in a default name
     */
    List<String> names(String where, List<Declared> declared, Class<?> parent, String prefix) {
        List<String> referenced = referencedIn(parent);
        if (referenced.isEmpty()) return List.of(prefix + "id");
        String problem = problem(declared, referenced, TableReader.nameOf(parent));
        if (problem != null && refused.add(where + problem))
            problems.accept(new Refusal(
                    where, Rule.DEC_5, problem, "Give one @JoinColumn with referencedColumnName for each id column."));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < referenced.size(); i++) names.add(name(declared, referenced, i, prefix));
        return names;
    }

    private static @Nullable String problem(List<Declared> declared, List<String> referenced, String parent) {
        if (declared.isEmpty()) return null;
        for (Declared column : declared)
            if (!column.referenced().isEmpty() && !contains(referenced, column.referenced()))
                return "its key refers to column %s of %s, which is not in the id"
                        .formatted(column.referenced(), parent);
        if (declared.size() != referenced.size())
            return "its key has %d column(s), the id of %s has %d"
                    .formatted(declared.size(), parent, referenced.size());
        boolean unclear = declared.size() > 1
                && declared.stream()
                                .map(column -> column.referenced().toLowerCase())
                                .distinct()
                                .count()
                        < declared.size();
        return unclear ? "its key does not tell which column refers to which of " + referenced : null;
    }

    private static boolean contains(List<String> columns, String name) {
        return columns.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String name(List<Declared> declared, List<String> referenced, int position, String prefix) {
        String target = referenced.get(position);
        return declared.stream()
                .filter(column -> column.referenced().equalsIgnoreCase(target)
                        || (column.referenced().isEmpty() && declared.size() == 1))
                .map(Declared::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(prefix + target);
    }
}
