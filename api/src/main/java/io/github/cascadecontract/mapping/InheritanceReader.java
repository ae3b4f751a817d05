package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads how entity classes that extend each other share tables. */
final class InheritanceReader {
    private final Set<Class<?>> entityClasses;
    private final Consumer<Refusal> problems;

    InheritanceReader(Set<Class<?>> entityClasses, Consumer<Refusal> problems) {
        this.entityClasses = entityClasses;
        this.problems = problems;
    }

    /** The place of an entity, null if it stands alone. */
    @Nullable
    InheritanceMapping read(Class<?> entity, String entityName) {
        Class<?> root = root(entity);
        Class<?> above = ClassAttributes.entityAbove(entity);
        if (above == null && !isDeclared(root) && !isExtended(root)) return null;
        InheritanceType strategy = strategy(root);
        if (strategy == InheritanceType.TABLE_PER_CLASS && entity == root) problems.accept(tablePerClass(entityName));
        DiscriminatorColumn column = root.getAnnotation(DiscriminatorColumn.class);
        return new InheritanceMapping(
                strategy,
                root,
                above,
                columnName(column, strategy),
                column == null ? DiscriminatorType.STRING : column.discriminatorType(),
                Modifier.isAbstract(entity.getModifiers()) ? null : value(entity, entityName));
    }

    static InheritanceType strategy(Class<?> root) {
        Inheritance declared = root.getAnnotation(Inheritance.class);
        return declared == null ? InheritanceType.SINGLE_TABLE : declared.strategy();
    }

    static Class<?> root(Class<?> entity) {
        Class<?> above = ClassAttributes.entityAbove(entity);
        return above == null ? entity : root(above);
    }

    private static boolean isDeclared(Class<?> root) {
        return root.isAnnotationPresent(Inheritance.class) || root.isAnnotationPresent(DiscriminatorColumn.class);
    }

    private boolean isExtended(Class<?> root) {
        return entityClasses.stream().anyMatch(other -> other != root && root.isAssignableFrom(other));
    }

    private static @Nullable String columnName(@Nullable DiscriminatorColumn column, InheritanceType strategy) {
        if (column != null) return column.name();
        return strategy == InheritanceType.SINGLE_TABLE ? "DTYPE" : null;
    }

    private static String value(Class<?> entity, String entityName) {
        DiscriminatorValue declared = entity.getAnnotation(DiscriminatorValue.class);
        return declared == null ? entityName : declared.value();
    }

    private static Refusal tablePerClass(String entityName) {
        return new Refusal(
                entityName,
                Rule.DEC_5,
                "TABLE_PER_CLASS spreads its rows over tables without a common one, so no foreign key can refer to them",
                "Use SINGLE_TABLE or JOINED.");
    }
}
