package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lazy types of a contract. A class that cannot have a subclass (final, a final method, a private constructor) has none:
 * references to it are loaded at once, and so are its inverse one-to-ones.
 */
final class LazyTypes {
    private final Map<EntityTable, LazyType> byTable = new IdentityHashMap<>();

    LazyTypes(EntityTables tables) {
        for (EntityTable table : tables.all())
            if (isExtensible(table.model().type()))
                byTable.put(table, new LazyTypeGenerator(table, lazyReferences(table)).generate());
    }

    /** The lazy type of an entity, null if it has none. */
    @Nullable
    LazyType of(EntityTable table) {
        return byTable.get(table);
    }

    /** Whether the relation is an inverse one-to-one that loads when its getter is called. */
    boolean isLazyReference(EntityTable table, Relation relation) {
        return byTable.containsKey(table) && isInverseOneToOne(relation) && hasGetter(table, relation);
    }

    /** Whether entities found in the database must be instances of the lazy type. */
    boolean hasLazyReference(EntityTable table) {
        return table.model().relations().stream().anyMatch(relation -> isLazyReference(table, relation));
    }

    private static List<Relation> lazyReferences(EntityTable table) {
        return table.model().relations().stream()
                .filter(relation -> isInverseOneToOne(relation) && hasGetter(table, relation))
                .toList();
    }

    private static boolean hasGetter(EntityTable table, Relation relation) {
        return Accessors.hasGetter(table.model().type(), relation.attribute());
    }

    static boolean isInverseOneToOne(Relation relation) {
        return relation.keySide() == KeySide.TARGET && !relation.isCollection();
    }

    private static boolean isExtensible(Class<?> type) {
        int excluded = Modifier.FINAL | Modifier.PRIVATE | Modifier.ABSTRACT;
        return (type.getModifiers() & excluded) == 0 && hasOpenConstructor(type) && !hasFinalMethod(type);
    }

    private static boolean hasOpenConstructor(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == 0)
                .map(Constructor::getModifiers)
                .anyMatch(modifiers -> !Modifier.isPrivate(modifiers));
    }

    private static boolean hasFinalMethod(Class<?> type) {
        for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass())
            if (Stream.of(declaring.getDeclaredMethods()).anyMatch(LazyTypes::isFinalInstanceMethod)) return true;
        return false;
    }

    private static boolean isFinalInstanceMethod(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers);
    }
}
