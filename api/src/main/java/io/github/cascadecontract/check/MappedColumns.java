package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns that the mapping expects in one table.
 *
 * @param entity the entity that needs them
 * @param attribute the attribute, null if it is the entity itself
 * @param table the table
 * @param keys columns of ids and keys
 * @param values columns of values
 */
record MappedColumns(
        EntityModel entity, @Nullable String attribute, TableName table, List<String> keys, List<String> values) {

    static Set<MappedColumns> of(CascadeContract contract) {
        Set<MappedColumns> found = new LinkedHashSet<>();
        contract.entities()
                .forEach(entity -> entity.mapping().tables().stream()
                        .map(table -> of(entity, table))
                        .filter(columns -> found.stream().noneMatch(columns::repeats))
                        .forEach(found::add));
        MappedKeys.of(contract).stream()
                .filter(key -> !(key instanceof SubtypeKey))
                .forEach(key -> found.add(of(key)));
        return found;
    }

    /** A class under SINGLE_TABLE, and each table above a joined one, is told once if nothing is new. */
    private boolean repeats(MappedColumns other) {
        return other.table.equals(table)
                && other.keys.equals(keys)
                && Set.copyOf(other.values).containsAll(values);
    }

    private static MappedColumns of(EntityModel entity, TableMapping table) {
        Stream<BasicMapping> basics = Stream.concat(
                entity.mapping().basics().stream(),
                Stream.ofNullable(entity.mapping().version()));
        List<String> values = basics.filter(basic -> basic.table().equals(table.table()))
                .filter(basic -> !isProvidersOwn(basic.attribute()))
                .map(BasicMapping::column)
                .toList();
        return new MappedColumns(entity, null, table.table(), table.idColumns(), values);
    }

    private static MappedColumns of(MappedKey key) {
        List<String> values = key instanceof ElementsKey collection
                        && !isProvidersOwn(collection.elements().attribute())
                ? collection.elements().elements().stream()
                        .map(ElementCollectionMapping.Element::column)
                        .toList()
                : List.of();
        return new MappedColumns(key.entity(), key.attribute(), key.table(), key.columns(), values);
    }

    /** A formula has no column, and a type of the provider's may have others. */
    private static boolean isProvidersOwn(Attribute attribute) {
        return Arrays.stream(attribute.element().getAnnotations())
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(name -> name.startsWith("org.hibernate.annotations.")
                        || name.startsWith("org.eclipse.persistence.annotations."));
    }
}
