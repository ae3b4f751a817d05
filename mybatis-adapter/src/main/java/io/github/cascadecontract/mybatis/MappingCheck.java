package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.InheritanceMapping;
import io.github.cascadecontract.mapping.NestedAttribute;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says what the adapter does not take, all at once, before anything is built. */
final class MappingCheck {
    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Collection.class, Set.class, Map.class);
    private static final Set<String> TAKEN = Set.of("@MapsId");

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
        refuseAll();
    }

    /** Checks what plain mappers in an application's own hand would need more for, besides the rest. */
    void checkNative() {
        contract.entities().forEach(this::check);
        contract.entities().forEach(this::checkNative);
        refuseAll();
    }

    private void refuseAll() {
        if (!problems.isEmpty())
            throw new UnsupportedMappingException(
                    MyBatisCascade.NAME, problems.stream().distinct().toList());
    }

    private void check(EntityModel entity) {
        entity.mapping().otherFeatures().forEach(feature -> checkFeature(entity, feature));
        checkClass(entity);
        new IdCheck(entity, types).problems().forEach(problems::add);
        for (BasicMapping basic : entity.mapping().basics()) checkType(entity, basic.attribute());
        BasicMapping version = entity.mapping().version();
        if (version != null && !Versions.TYPES.contains(version.attribute().type()))
            refuse(entity, version.attribute(), "a version of type " + nameOfType(version.attribute()));
        for (ElementCollectionMapping elements : entity.mapping().elementCollections())
            refuse(entity, elements.attribute(), "@ElementCollection");
        entity.relations().forEach(this::check);
    }

    /** Features of a class stand alone, those of an attribute behind its name. */
    private void checkFeature(EntityModel entity, String feature) {
        String[] parts = feature.split(": ", 2);
        if (parts.length == 1) checkClassFeature(entity, feature);
        else if (!TAKEN.contains(parts[1]) && !isConverted(entity, parts)) problems.add(entity.name() + "." + feature);
    }

    private void checkClassFeature(EntityModel entity, String feature) {
        InheritanceMapping inheritance = entity.mapping().inheritance();
        boolean isInheritance = feature.equals("@Inheritance") || feature.startsWith("entity superclass");
        if (!isInheritance) problems.add(entity.name() + ": " + feature);
        else if (inheritance != null && inheritance.strategy() != InheritanceType.SINGLE_TABLE)
            problems.add(entity.name() + ": @Inheritance " + inheritance.strategy());
    }

    private static boolean isConverted(EntityModel entity, String[] feature) {
        return feature[1].equals("@Convert")
                && entity.mapping().basics().stream()
                        .map(BasicMapping::attribute)
                        .anyMatch(
                                attribute -> attribute.name().equals(feature[0]) && ColumnTypes.isConverted(attribute));
    }

    private void checkType(EntityModel entity, Attribute attribute) {
        if (types.of(attribute) == null)
            refuse(entity, attribute, "no MyBatis type handler for " + nameOfType(attribute));
    }

    private void checkClass(EntityModel entity) {
        boolean isAbstract = Modifier.isAbstract(entity.type().getModifiers());
        if (isAbstract && entity.subtypes().isEmpty())
            problems.add(entity.name() + ": abstract class without an entity that extends it");
        boolean creatable = Stream.of(entity.type().getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!creatable) problems.add(entity.name() + ": no constructor without arguments");
    }

    private void check(Relation relation) {
        if (relation.isCollection()) checkCollection(relation);
        for (JoinColumn column : relation.attribute().element().getAnnotationsByType(JoinColumn.class))
            checkColumn(relation, column);
    }

    private void checkCollection(Relation relation) {
        Class<?> type = relation.attribute().type();
        if (!COLLECTIONS.contains(type))
            refuse(relation, "a collection of another type than List, Set, Collection or Map");
        if (type == Map.class && Members.keyOf(relation) == null)
            refuse(relation, "a map whose keys are not an attribute of its members named by @MapKey");
        for (String unknown : MemberOrder.of(relation).unknown())
            refuse(relation, "@OrderBy something that is not a column of its members: " + unknown);
    }

    private void checkColumn(Relation relation, JoinColumn column) {
        boolean isWritten = column.insertable() && column.updatable();
        if (!isWritten && !relation.mapping().isPartOfId()) refuse(relation, "a key column that is not written");
    }

    private void checkNative(EntityModel entity) {
        if (entity.mapping().ids().size() > 1) problems.add(entity.name() + ": a composite id in native mode");
        if (!entity.mapping().otherFeatures().isEmpty())
            problems.add(entity.name() + ": " + entity.mapping().otherFeatures() + " in native mode");
        for (Relation relation : entity.relations()) checkNative(relation);
    }

    private void checkNative(Relation relation) {
        if (relation.attribute().type() == Map.class) refuse(relation, "a map in native mode");
        if (relation.attribute() instanceof NestedAttribute)
            refuse(relation, "a relation of an embeddable in native mode");
    }

    private static String nameOfType(Attribute attribute) {
        return attribute.type().getName();
    }

    private void refuse(EntityModel entity, Attribute attribute, String feature) {
        problems.add(entity.name() + "." + attribute.name() + ": " + feature);
    }

    private void refuse(Relation relation, String feature) {
        problems.add(relation + ": " + feature);
    }
}
