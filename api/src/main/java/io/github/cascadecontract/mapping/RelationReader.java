package io.github.cascadecontract.mapping;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.RelationMapping.Settings;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinTable;
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

    RelationReader(Class<?> entity, String entityName, Consumer<Refusal> problems) {
        this.entity = entity;
        this.entityName = entityName;
        this.problems = problems;
        this.keys = new KeyReader(entity, entityName);
    }

    static boolean isRelation(Attribute attribute) {
        return isRelation(attribute.element());
    }

    private static boolean isRelation(AnnotatedElement element) {
        return KINDS.stream().anyMatch(element::isAnnotationPresent);
    }

    /** An annotation that the access type passes over would be a relation that silently cascades nothing. */
    void refuseUnread(List<Attribute> attributes) {
        Set<AnnotatedElement> read = attributes.stream().map(Attribute::element).collect(Collectors.toSet());
        for (Class<?> type : ClassAttributes.mappedHierarchy(entity)) {
            Stream.<AnnotatedElement>concat(
                            Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
                    .filter(element -> isRelation(element) && !read.contains(element))
                    .forEach(this::refuseUnread);
        }
    }

    private void refuseUnread(AnnotatedElement element) {
        problems.accept(new Refusal(
                entityName + "." + ((Member) element).getName(),
                Rule.DEC_5,
                "the relation is annotated where the access type does not look, or its property has no setter",
                "Annotate where @Id stands (field or getter), add the setter, or say @Access."));
    }

    @Nullable
    RelationMapping read(Attribute attribute) {
        Declared declared = declared(attribute.element());
        Class<?> target = target(attribute, declared);
        if (target == null)
            return refuse(attribute, "its target class is not told", "Give targetEntity or a type argument.");
        if (!target.isAnnotationPresent(Entity.class))
            return refuse(
                    attribute,
                    "its target " + target.getName() + " is not an entity class",
                    "Annotate the target with @Entity.");
        if (declared.kind() != RelationKind.MANY_TO_MANY && attribute.element().isAnnotationPresent(JoinTable.class))
            return refuse(
                    attribute,
                    "its key is in a link table, which the contract knows for many-to-many only",
                    "Use @JoinColumn, or map it as many-to-many.");
        if (declared.kind() == RelationKind.ONE_TO_MANY
                && declared.mappedBy().isEmpty()
                && !keys.hasJoinColumn(attribute))
            return refuse(
                    attribute,
                    "a one-to-many without mappedBy and without @JoinColumn would need a link table",
                    "Give mappedBy or @JoinColumn.");
        return mapping(attribute, declared, target);
    }

    private RelationMapping mapping(Attribute attribute, Declared declared, Class<?> target) {
        boolean owning = declared.mappedBy().isEmpty();
        boolean linked = declared.kind() == RelationKind.MANY_TO_MANY;
        OnDelete onDelete = attribute.element().getAnnotation(OnDelete.class);
        ReferentialAction action = onDelete == null ? null : onDelete.value();
        return new RelationMapping(
                attribute,
                declared.kind(),
                target,
                declared.mappedBy(),
                settings(attribute.element(), declared),
                owning && !linked ? keys.joinColumns(attribute, declared.kind(), target, declared.optional()) : null,
                owning && linked ? keys.joinTable(attribute, target) : null,
                action,
                declared.fetch() == FetchType.LAZY);
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

    private @Nullable RelationMapping refuse(Attribute attribute, String fact, String remedy) {
        problems.accept(new Refusal(entityName + "." + attribute.name(), Rule.DEC_5, fact, remedy));
        return null;
    }

    private @Nullable Class<?> target(Attribute attribute, Declared declared) {
        if (declared.target() != void.class) return declared.target();
        if (!declared.kind().isCollection()) return attribute.type();
        if (!(attribute.genericType() instanceof ParameterizedType parameterized)) return null;
        Type[] arguments = parameterized.getActualTypeArguments();
        return arguments[arguments.length - 1] instanceof Class<?> element ? element : null;
    }

    private Declared declared(AnnotatedElement element) {
        OneToMany toMany = element.getAnnotation(OneToMany.class);
        if (toMany != null) return Declared.of(toMany);
        OneToOne toOne = element.getAnnotation(OneToOne.class);
        if (toOne != null) return Declared.of(toOne);
        ManyToOne manyToOne = element.getAnnotation(ManyToOne.class);
        if (manyToOne != null) return Declared.of(manyToOne);
        ManyToMany manyToMany = element.getAnnotation(ManyToMany.class);
        if (manyToMany != null) return Declared.of(manyToMany);
        throw new IllegalArgumentException(element + " in " + entity + " is not a relation");
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
