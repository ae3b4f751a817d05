package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.mapping.IdMapping;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what the adapter does not take, all at once, before anything is built. */
final class MappingCheck {
    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Collection.class, Set.class);
    private static final Set<Class<?>> GENERATED_IDS =
            Set.of(Long.class, long.class, Integer.class, int.class, Short.class, short.class);
    private static final Set<Class<?>> VERSIONS =
            Set.of(Long.class, long.class, Integer.class, int.class, Short.class, short.class);

    private final CascadeContract contract;
    private final ColumnTypes types;
    private final List<String> problems = new ArrayList<>();

    MappingCheck(CascadeContract contract, ColumnTypes types) {
        this.contract = contract;
        this.types = types;
    }

    /**
     * Checks the whole contract.
     *
     * @throws UnsupportedMappingException with all problems, if there is any
     */
    void check() {
        contract.entities().forEach(this::check);
        if (!problems.isEmpty()) throw new UnsupportedMappingException(MyBatisCascade.NAME, problems);
    }

    private void check(EntityModel entity) {
        for (String feature : entity.mapping().otherFeatures())
            problems.add(entity.name() + (feature.contains(": ") ? "." : ": ") + feature);
        checkClass(entity);
        checkId(entity);
        for (BasicMapping basic : entity.mapping().basics())
            if (types.of(basic.attribute()) == null)
                refuse(
                        entity,
                        basic,
                        "no MyBatis type handler for "
                                + basic.attribute().type().getName());
        BasicMapping version = entity.mapping().version();
        if (version != null && !VERSIONS.contains(version.attribute().type()))
            refuse(
                    entity,
                    version,
                    "a version of type " + version.attribute().type().getName());
        entity.relations().forEach(this::check);
    }

    private void checkClass(EntityModel entity) {
        if (Modifier.isAbstract(entity.type().getModifiers())) problems.add(entity.name() + ": abstract class");
        boolean creatable = Stream.of(entity.type().getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!creatable) problems.add(entity.name() + ": no constructor without arguments");
    }

    private void checkId(EntityModel entity) {
        IdMapping id = entity.mapping().id();
        if (id == null) {
            if (entity.mapping().otherFeatures().isEmpty()) problems.add(entity.name() + ": no id attribute");
            return;
        }
        String where = entity.name() + "." + id.attribute().name() + ": ";
        ColumnType type = types.of(id.attribute());
        if (type == null || !type.isSetWise())
            problems.add(where + "an id of type " + id.attribute().type().getName());
        if (id.generation() == IdGeneration.PROVIDER)
            problems.add(where + "generated otherwise than by IDENTITY or by SEQUENCE with a @SequenceGenerator");
        else if (id.generation().isGenerated()
                && !GENERATED_IDS.contains(id.attribute().type()))
            problems.add(
                    where + "a generated id of type " + id.attribute().type().getName());
    }

    private void check(Relation relation) {
        if (relation.isCollection()
                && !COLLECTIONS.contains(relation.attribute().type()))
            refuse(relation, "a collection of another type than List, Set or Collection");
        if (columnsOf(relation).stream().anyMatch(columns -> columns.size() != 1))
            refuse(relation, "a key of more than one column");
        if (relation.attribute().element().isAnnotationPresent(OrderBy.class)) refuse(relation, "@OrderBy");
        for (JoinColumn column : relation.attribute().element().getAnnotationsByType(JoinColumn.class))
            check(relation, column);
    }

    private void check(Relation relation, JoinColumn column) {
        EntityModel parent = relation.keySide() == KeySide.SOURCE ? relation.target() : relation.entity();
        IdMapping id = parent.mapping().id();
        String referred = column.referencedColumnName();
        if (id != null && !referred.isEmpty() && !referred.equals(id.column()))
            refuse(relation, "a key that refers to another column than the id");
        if (!column.insertable() || !column.updatable()) refuse(relation, "a key column that is not written");
    }

    private static List<List<String>> columnsOf(Relation relation) {
        return relation.keySide() == KeySide.LINK_TABLE
                ? List.of(
                        relation.linkTable().columnsOf(relation),
                        relation.linkTable().columnsOfTarget(relation))
                : List.of(relation.key().columns());
    }

    private void refuse(EntityModel entity, BasicMapping basic, String feature) {
        problems.add(entity.name() + "." + basic.attribute().name() + ": " + feature);
    }

    private void refuse(Relation relation, String feature) {
        problems.add(relation + ": " + feature);
    }
}
