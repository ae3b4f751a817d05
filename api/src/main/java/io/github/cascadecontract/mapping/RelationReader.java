package io.github.cascadecontract.mapping;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.RelationMapping.Settings;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the relations of one entity class. */
final class RelationReader {
    private static final List<Class<? extends Annotation>> KINDS =
            List.of(OneToOne.class, OneToMany.class, ManyToOne.class, ManyToMany.class);

    private final Class<?> entity;
    private final String entityName;
    private final Consumer<Refusal> problems;
    private final KeyReader keys;
    private final CollectionReader collections;

    RelationReader(Class<?> entity, KeyColumns keys, Consumer<Refusal> problems) {
        this.entity = entity;
        this.entityName = TableReader.nameOf(entity);
        this.problems = problems;
        this.keys = new KeyReader(entity, keys);
        this.collections = new CollectionReader(problems);
    }

    static boolean isRelation(Attribute attribute) {
        return isRelation(attribute.element());
    }

    private static boolean isRelation(AnnotatedElement element) {
        return KINDS.stream().anyMatch(element::isAnnotationPresent);
    }

    /** An annotation that the access type passes over would be a relation that silently cascades nothing. */
    void refuseUnread(List<MappedAttribute> attributes) {
        Set<AnnotatedElement> read = attributes.stream()
                .map(attribute -> attribute.local().element())
                .collect(Collectors.toSet());
        for (Class<?> type : typesOf(attributes)) {
            Stream.<AnnotatedElement>concat(
                            Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
                    .filter(element -> isRelation(element) && !read.contains(element))
                    .forEach(this::refuseUnread);
        }
    }

    /** The entity's own classes and the embeddables that it holds. */
    private Set<Class<?>> typesOf(List<MappedAttribute> attributes) {
        Set<Class<?>> types = new LinkedHashSet<>(ClassAttributes.ownHierarchy(entity));
        for (MappedAttribute attribute : attributes)
            if (attribute.attribute() instanceof NestedAttribute nested)
                types.add(nested.holder().type());
        return types;
    }

    private void refuseUnread(AnnotatedElement element) {
        Member member = (Member) element;
        Class<?> declaring = member.getDeclaringClass();
        String owner = declaring.isAssignableFrom(entity) ? entityName : declaring.getSimpleName();
        problems.accept(new Refusal(
                owner + "." + member.getName(),
                Rule.DEC_5,
                "the relation is annotated where the access type does not look, or its property has no setter",
                "Annotate where @Id stands (field or getter), add the setter, or say @Access."));
    }

    @Nullable
    RelationMapping read(MappedAttribute attribute) {
        Declared declared = declared(attribute.local().element());
        Class<?> target = targetOf(attribute);
        if (target == null)
            return refuse(attribute, "its target class is not told", "Give targetEntity or a type argument.");
        if (!target.isAnnotationPresent(Entity.class))
            return refuse(
                    attribute,
                    "its target " + target.getName() + " is not an entity class",
                    "Annotate the target with @Entity.");
        if (declared.kind() != RelationKind.MANY_TO_MANY && attribute.joinTable() != null)
            return refuse(
                    attribute,
                    "its key is in a link table, which the contract knows for many-to-many only",
                    "Use @JoinColumn, or map it as many-to-many.");
        boolean needsTable = declared.kind() == RelationKind.ONE_TO_MANY
                && declared.mappedBy().isEmpty();
        if (needsTable && attribute.joinColumns().length == 0)
            return refuse(
                    attribute,
                    "a one-to-many without mappedBy and without @JoinColumn would need a link table",
                    "Give mappedBy or @JoinColumn.");
        return mapping(attribute, declared, target);
    }

    private RelationMapping mapping(MappedAttribute attribute, Declared declared, Class<?> target) {
        boolean owning = declared.mappedBy().isEmpty();
        RelationKind kind = declared.kind();
        boolean linked = kind == RelationKind.MANY_TO_MANY;
        OnDelete onDelete = attribute.annotation(OnDelete.class);
        JoinColumns key = owning && !linked ? keys.joinColumns(attribute, kind, target, declared.optional()) : null;
        Class<?> child = kind == RelationKind.ONE_TO_MANY ? target : entity;
        return new RelationMapping(
                attribute.attribute(),
                kind,
                target,
                declared.mappedBy(),
                settings(attribute.local().element(), declared),
                key,
                owning && linked ? keys.joinTable(attribute, target) : null,
                onDelete == null ? null : onDelete.value(),
                declared.fetch() == FetchType.LAZY,
                key != null && keys.isPartOfId(key.columns(), child),
                kind.isCollection() ? collections.read(attribute, entityName + "." + attribute.name()) : null);
    }

    private static Settings settings(AnnotatedElement element, Declared declared) {
        SingleParent single = element.getAnnotation(SingleParent.class);
        PassiveDeletes passive = element.getAnnotation(PassiveDeletes.class);
        boolean orphanRemoval = declared.orphanRemoval() || (single != null && single.orphanRemoval());
        return new Settings(
                declared.cascade(), orphanRemoval, single != null, passive == null ? null : passive.value());
    }

    static Set<CascadeType> spread(CascadeType... cascade) {
        Set<CascadeType> all = EnumSet.noneOf(CascadeType.class);
        all.addAll(List.of(cascade));
        return all.contains(CascadeType.ALL) ? EnumSet.complementOf(EnumSet.of(CascadeType.ALL)) : all;
    }

    private @Nullable RelationMapping refuse(MappedAttribute attribute, String fact, String remedy) {
        problems.accept(new Refusal(entityName + "." + attribute.name(), Rule.DEC_5, fact, remedy));
        return null;
    }

    /** The class at the other end, null if it is not told. */
    static @Nullable Class<?> targetOf(MappedAttribute attribute) {
        Declared declared = declared(attribute.local().element());
        if (declared.target() != void.class) return declared.target();
        return declared.kind().isCollection()
                ? lastArgument(attribute.local())
                : attribute.local().type();
    }

    /** What a collection or map says it holds, null if it does not say. */
    static @Nullable Class<?> lastArgument(Attribute attribute) {
        if (attribute.type().isArray()) return attribute.type().getComponentType();
        if (!(attribute.genericType() instanceof ParameterizedType parameterized)) return null;
        Type[] arguments = parameterized.getActualTypeArguments();
        return arguments[arguments.length - 1] instanceof Class<?> element ? element : null;
    }

    private static Declared declared(AnnotatedElement element) {
        OneToMany toMany = element.getAnnotation(OneToMany.class);
        if (toMany != null) return Declared.of(toMany);
        OneToOne toOne = element.getAnnotation(OneToOne.class);
        if (toOne != null) return Declared.of(toOne);
        ManyToOne manyToOne = element.getAnnotation(ManyToOne.class);
        if (manyToOne != null) return Declared.of(manyToOne);
        ManyToMany manyToMany = element.getAnnotation(ManyToMany.class);
        if (manyToMany != null) return Declared.of(manyToMany);
        throw new IllegalArgumentException(element + " is not a relation");
    }

    /** What the four annotations have in common. */
    private record Declared(
            RelationKind kind,
            Class<?> target,
            String mappedBy,
            Set<CascadeType> cascade,
            boolean orphanRemoval,
            FetchType fetch,
            boolean optional) {
        static Declared of(OneToMany a) {
            Set<CascadeType> cascade = spread(a.cascade());
            return new Declared(
                    RelationKind.ONE_TO_MANY,
                    a.targetEntity(),
                    a.mappedBy(),
                    cascade,
                    a.orphanRemoval(),
                    a.fetch(),
                    true);
        }

        static Declared of(OneToOne a) {
            Set<CascadeType> cascade = spread(a.cascade());
            return new Declared(
                    RelationKind.ONE_TO_ONE,
                    a.targetEntity(),
                    a.mappedBy(),
                    cascade,
                    a.orphanRemoval(),
                    a.fetch(),
                    a.optional());
        }

        static Declared of(ManyToOne a) {
            Set<CascadeType> cascade = spread(a.cascade());
            return new Declared(
                    RelationKind.MANY_TO_ONE, a.targetEntity(), "", cascade, false, a.fetch(), a.optional());
        }

        static Declared of(ManyToMany a) {
            Set<CascadeType> cascade = spread(a.cascade());
            return new Declared(
                    RelationKind.MANY_TO_MANY, a.targetEntity(), a.mappedBy(), cascade, false, a.fetch(), true);
        }
    }
}
