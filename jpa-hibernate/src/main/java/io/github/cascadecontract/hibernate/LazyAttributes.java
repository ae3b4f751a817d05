package io.github.cascadecontract.hibernate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.bytecode.enhance.spi.interceptor.EnhancementAsProxyLazinessInterceptor;
import org.hibernate.bytecode.spi.BytecodeEnhancementMetadata;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a class that Hibernate's bytecode enhancement may leave unread, such as an inverse one-to-one, and its
 * count of changes. Of a class that is not enhanced everything is read and nothing counted.
 */
final class LazyAttributes {
    private final EntityPersister persister;
    private final BytecodeEnhancementMetadata enhancement;
    private final boolean enhanced;

    LazyAttributes(EntityPersister persister) {
        this.persister = persister;
        this.enhancement = persister.getBytecodeEnhancementMetadata();
        this.enhanced = enhancement.isEnhancedForLazyLoading();
    }

    /**
     * Whether the value is not in memory although the object may be; a look at the field would show null. A part of the id
     * has no position.
     */
    boolean isUnread(Object entity, int position) {
        if (!enhanced) return false;
        return !Hibernate.isInitialized(entity)
                || position >= 0 && !enhancement.isAttributeLoaded(entity, name(position));
    }

    /** Whether an object of which only the id is in memory got other values from the application. */
    boolean isWrittenUnread(Object entity) {
        return enhanced
                && entity instanceof PersistentAttributeInterceptable interceptable
                && interceptable.$$_hibernate_getInterceptor()
                        instanceof EnhancementAsProxyLazinessInterceptor interceptor
                && !interceptor.isInitialized()
                && interceptor.hasWrittenFieldNames();
    }

    /** Reads an entity of which only the id is in memory; what the application has set meanwhile stays set. */
    void initialize(Object entity) {
        if (!isWrittenUnread(entity)) {
            Hibernate.initialize(entity);
            return;
        }
        Map<Integer, @Nullable Object> written = new LinkedHashMap<>();
        for (String name : ((SelfDirtinessTracker) entity).$$_hibernate_getDirtyAttributes()) {
            int position = List.of(persister.getPropertyNames()).indexOf(name);
            written.put(position, persister.getValue(entity, position));
        }
        Hibernate.initialize(entity);
        written.forEach((position, value) -> {
            persister.setValue(entity, position, value);
            changed(entity, position);
        });
    }

    /** Reads an attribute of a managed entity that has not been read. */
    void read(Object entity, int position, EventSource session) {
        initialize(entity);
        if (!isUnread(entity, position)) return;
        Object value = valueInRow(entity, position, session);
        // A collection is made, but not put in its place.
        if (persister.getPropertyTypes()[position] instanceof CollectionType)
            persister.setValue(entity, position, value);
    }

    /** The state that was loaded, with the attribute read if the application replaced it unread. */
    @Nullable
    Object @Nullable [] loadedState(Object entity, EntityEntry entry, int position, EventSource session) {
        initialize(entity);
        @Nullable Object @Nullable [] loaded = entry.getLoadedState();
        boolean isMissing =
                loaded != null && position >= 0 && loaded[position] == LazyPropertyInitializer.UNFETCHED_PROPERTY;
        if (isMissing) loaded[position] = valueInRow(entity, position, session);
        return loaded;
    }

    /** A value was set by other means than the class's own methods. */
    void changed(Object entity, int position) {
        if (entity instanceof SelfDirtinessTracker tracker) tracker.$$_hibernate_trackChange(name(position));
    }

    /** A value that was changed and changed back is no change; the class itself only counts. */
    void forgetUnchanged(Object entity, EntityEntry entry, EventSource session) {
        @Nullable Object @Nullable [] loaded = entry.getLoadedState();
        if (loaded == null || !(entity instanceof SelfDirtinessTracker tracker)) return;
        if (!tracker.$$_hibernate_hasDirtyAttributes()) return;
        String[] names = tracker.$$_hibernate_getDirtyAttributes();
        tracker.$$_hibernate_clearDirtyAttributes();
        for (String name : names) if (isChanged(name, entity, loaded, session)) tracker.$$_hibernate_trackChange(name);
    }

    /** Of a part of an embeddable only the class itself knows. */
    private boolean isChanged(String name, Object entity, @Nullable Object[] loaded, EventSource session) {
        int position = List.of(persister.getPropertyNames()).indexOf(name);
        if (position < 0 || loaded[position] == LazyPropertyInitializer.UNFETCHED_PROPERTY) return true;
        return persister.getPropertyTypes()[position].isDirty(
                loaded[position], persister.getValue(entity, position), session);
    }

    /** All values go into the INSERT. */
    static void inserted(Object entity) {
        if (entity instanceof SelfDirtinessTracker tracker) tracker.$$_hibernate_clearDirtyAttributes();
    }

    /** A changed value has been written. */
    void written(Object entity, int position) {
        if (!(entity instanceof SelfDirtinessTracker tracker)) return;
        String[] names = tracker.$$_hibernate_getDirtyAttributes();
        tracker.$$_hibernate_clearDirtyAttributes();
        Arrays.stream(names).filter(name -> !name.equals(name(position))).forEach(tracker::$$_hibernate_trackChange);
    }

    private @Nullable Object valueInRow(Object entity, int position, EventSource session) {
        return ((LazyPropertyInitializer) persister).initializeLazyProperty(name(position), entity, session);
    }

    private String name(int position) {
        return persister.getPropertyNames()[position];
    }
}
