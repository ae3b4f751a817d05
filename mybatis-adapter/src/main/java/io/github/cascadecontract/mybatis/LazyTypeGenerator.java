package io.github.cascadecontract.mybatis;

import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isEquals;
import static net.bytebuddy.matcher.ElementMatchers.isFinalizer;
import static net.bytebuddy.matcher.ElementMatchers.isHashCode;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.NamingStrategy;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.modifier.FieldPersistence;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Generates a {@link LazyType}. Each method of the subclass first tells the instance's {@link ManagedEntity}, then does what
 * it always did; only the id answers by itself. The class names nothing but JDK types, because it lives in the package and
 * class loader of the entity.
 */
final class LazyTypeGenerator {
    private static final String STATE = "cascade$state";
    private static final Method ACCEPT = acceptOfConsumer();

    private final EntityTable table;
    private final List<Relation> lazyReferences;
    private @Nullable LazyType generated;

    /**
     * Prepares a generation.
     *
     * @param table the entity
     * @param lazyReferences its inverse one-to-ones
     */
    LazyTypeGenerator(EntityTable table, List<Relation> lazyReferences) {
        this.table = table;
        this.lazyReferences = lazyReferences;
    }

    LazyType generate() {
        Class<?> type = table.model().type();
        DynamicType.Builder<?> builder = new ByteBuddy()
                .with(new NamingStrategy.SuffixingRandom("CascadeLazy"))
                .subclass(type, ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR)
                .defineField(STATE, Object.class, Visibility.PUBLIC, FieldPersistence.TRANSIENT)
                .method(hookable())
                .intercept(hook(ManagedEntity::use));
        builder = builder.method(hookable()
                        .and(isEquals().or(isHashCode()).or(accessors()).or(callbacks())))
                .intercept(hook(ManagedEntity::fill));
        for (Relation relation : lazyReferences) builder = withLazyReference(builder, relation);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            Class<?> loaded = builder.make()
                    .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
                    .getLoaded();
            generated = new LazyType(loaded, STATE);
            return generated;
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(
                    "No subclass of %s can be defined; open its package to this library, or make the class final to have references to it loaded at once."
                            .formatted(type),
                    refused);
        }
    }

    private DynamicType.Builder<?> withLazyReference(DynamicType.Builder<?> builder, Relation relation) {
        Attribute attribute = relation.attribute();
        return builder.method(hookable().and(Accessors.getterOf(attribute)))
                .intercept(hook(relation, ManagedEntity::read))
                .method(hookable().and(Accessors.setterOf(attribute)))
                .intercept(hook(relation, ManagedEntity::assign));
    }

    private ElementMatcher.Junction<MethodDescription> hookable() {
        ElementMatcher.Junction<MethodDescription> id = none();
        for (Column column : table.id().columns()) id = id.or(Accessors.of(Attributes.topOf(column.attribute())));
        return isVirtual()
                .and(not(isDeclaredBy(Object.class)))
                .and(not(isFinalizer()))
                .and(not(id));
    }

    /** Called by the adapter itself, of which nobody expects that it loads relations. */
    private static ElementMatcher.Junction<MethodDescription> callbacks() {
        return isAnnotatedWith(PrePersist.class)
                .or(isAnnotatedWith(PostPersist.class))
                .or(isAnnotatedWith(PreUpdate.class))
                .or(isAnnotatedWith(PostUpdate.class))
                .or(isAnnotatedWith(PreRemove.class))
                .or(isAnnotatedWith(PostRemove.class))
                .or(isAnnotatedWith(PostLoad.class));
    }

    private ElementMatcher.Junction<MethodDescription> accessors() {
        ElementMatcher.Junction<MethodDescription> all = none();
        for (Column column : table.columns()) all = all.or(Accessors.of(Attributes.topOf(column.attribute())));
        for (Relation relation : table.model().relations())
            all = all.or(Accessors.of(Attributes.topOf(relation.attribute())));
        return all;
    }

    private Implementation hook(Relation relation, BiConsumer<ManagedEntity, Relation> action) {
        return hook(entity -> action.accept(entity, relation));
    }

    private Implementation hook(Consumer<ManagedEntity> action) {
        Consumer<Object> hook = instance -> {
            ManagedEntity entity = generated == null ? null : generated.stateOf(instance);
            if (entity != null) action.accept(entity);
        };
        return MethodCall.invoke(ACCEPT).on(hook, Consumer.class).withThis().andThen(SuperMethodCall.INSTANCE);
    }

    private static Method acceptOfConsumer() {
        try {
            return Consumer.class.getMethod("accept", Object.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
