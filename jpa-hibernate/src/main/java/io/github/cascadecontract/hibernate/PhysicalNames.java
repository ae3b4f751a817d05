package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/**
 * Compares the names of tables and keys with those of Hibernate, whose naming strategies may call them otherwise: the
 * statements that this library sends itself take the contract's names.
 */
final class PhysicalNames {
    private final Consumer<String> problems;

    PhysicalNames(Consumer<String> problems) {
        this.problems = problems;
    }

    void check(EntityModel entity, PersistentClass mapped) {
        compare(entity.toString(), entity.mapping().table().name(), mapped.getTable());
        compare(entity.toString(), entity.mapping().idColumns(), mapped.getKey());
    }

    void check(Relation relation, Property property) {
        if (!relation.isOwning()) return;
        // A one-to-one over the id has no columns of its own.
        boolean isId = property.getValue() instanceof OneToOne;
        if (relation.keySide() == KeySide.SOURCE && !isId)
            compare(relation.toString(), relation.key().columns(), property.getValue());
        else if (property.getValue() instanceof org.hibernate.mapping.Collection collection)
            check(relation, collection);
    }

    private void check(Relation relation, org.hibernate.mapping.Collection collection) {
        String where = relation.toString();
        if (relation.keySide() == KeySide.TARGET) {
            compare(where, relation.key().columns(), collection.getKey());
            return;
        }
        compare(where, relation.linkTable().table().name(), collection.getCollectionTable());
        compare(where, relation.linkTable().columnsOf(relation), collection.getKey());
        compare(where, relation.linkTable().columnsOfTarget(relation), collection.getElement());
    }

    private void compare(String where, String table, Table mapped) {
        compare(where, "table", Set.of(table), Set.of(mapped.getName()));
    }

    private void compare(String where, Collection<String> columns, Value mapped) {
        Set<String> found = mapped.getColumns().stream().map(Column::getName).collect(Collectors.toSet());
        compare(where, "column", columns, found);
    }

    private void compare(String where, String what, Collection<String> contract, Collection<String> hibernate) {
        if (!folded(contract).equals(folded(hibernate)))
            problems.accept("%s: its %s is %s for Hibernate and %s in the contract; name it in the mapping"
                    .formatted(where, what, String.join(", ", hibernate), String.join(", ", contract)));
    }

    private static Set<String> folded(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }
}
