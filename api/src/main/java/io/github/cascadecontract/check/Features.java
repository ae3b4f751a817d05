package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.LifecycleCallbacks;
import jakarta.persistence.Cacheable;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PreRemove;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entity has that acts only on rows that are read, in words that follow its name. */
final class Features {
    /** By name: the contract knows no provider. */
    private static final Set<String> CACHES =
            Set.of("org.hibernate.annotations.Cache", "org.eclipse.persistence.annotations.Cache");

    private static final Set<String> HISTORIES = Set.of("org.hibernate.envers.Audited");

    private Features() {}

    static Optional<String> callbacks(EntityModel entity) {
        LifecycleCallbacks callbacks = entity.mapping().callbacks();
        if (callbacks.has(PreRemove.class)) return Optional.of("has a @PreRemove callback");
        if (callbacks.has(PostRemove.class)) return Optional.of("has a @PostRemove callback");
        return hasOneOf(HISTORIES, entity.type()) ? Optional.of("is @Audited") : Optional.empty();
    }

    static Optional<String> version(EntityModel entity) {
        return entity.mapping().version() == null ? Optional.empty() : Optional.of("has a @Version");
    }

    static Optional<String> cache(EntityModel entity) {
        boolean isCached = isCacheable(entity.type()) || hasOneOf(CACHES, entity.type());
        return isCached ? Optional.of("is in the second-level cache") : Optional.empty();
    }

    /** Inherited, as Jakarta Persistence 3.2, section 11.1.7, has it. */
    private static boolean isCacheable(@Nullable Class<?> type) {
        if (type == null) return false;
        Cacheable declared = type.getDeclaredAnnotation(Cacheable.class);
        return declared == null ? isCacheable(type.getSuperclass()) : declared.value();
    }

    private static boolean hasOneOf(Set<String> names, @Nullable Class<?> type) {
        return type != null
                && (Arrays.stream(type.getAnnotations())
                                .anyMatch(found ->
                                        names.contains(found.annotationType().getName()))
                        || hasOneOf(names, type.getSuperclass()));
    }
}
