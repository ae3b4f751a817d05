package io.github.cascadecontract.conformance.model;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One generated class; attributes are reached through getters and setters, as an application does. */
public final class EntityType {
    private final String name;
    private final Class<?> type;
    private final BaseTable table;
    private final List<RelationSetting> relations;
    private final Map<String, Method> getters = new HashMap<>();
    private final Map<String, Method> setters = new HashMap<>();

    EntityType(String name, Class<?> type, ModelSettings model) {
        this.name = name;
        this.type = type;
        this.table = BaseTable.ofEntity(name).orElseThrow();
        this.relations = model.relationsOf(name);
        for (Method method : type.getDeclaredMethods()) {
            (method.getParameterCount() == 0 ? getters : setters).put(method.getName(), method);
        }
    }

    /** Returns the entity's name. */
    public String name() {
        return name;
    }

    /** Returns the class. */
    public Class<?> type() {
        return type;
    }

    /** Returns the table. */
    public BaseTable table() {
        return table;
    }

    /** Returns the relations. */
    public List<RelationSetting> relations() {
        return relations;
    }

    /** Returns the relation of that name, if there is one. */
    public Optional<RelationSetting> relation(String attribute) {
        return relations.stream()
                .filter(relation -> relation.attribute().equals(attribute))
                .findFirst();
    }

    /** Returns a new object. */
    public Object create() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the id, null as long as none is given. */
    public @Nullable Object id(Object entity) {
        return get(entity, "id");
    }

    /** Calls the getter of an attribute. */
    public @Nullable Object get(Object entity, String attribute) {
        return call(getters, EntityClasses.accessor("get", attribute), entity);
    }

    /** Calls the setter of an attribute. */
    public void set(Object entity, String attribute, @Nullable Object value) {
        call(setters, EntityClasses.accessor("set", attribute), entity, value(value));
    }

    /** Returns a value of a scenario file as attributes have it: whole numbers are {@code Integer}. */
    public static @Nullable Object value(@Nullable Object value) {
        return value instanceof Long number ? Integer.valueOf(number.intValue()) : value;
    }

    private @Nullable Object call(
            Map<String, Method> methods, String method, Object entity, @Nullable Object... arguments) {
        Method found = Objects.requireNonNull(methods.get(method), () -> name + "." + method);
        try {
            return found.invoke(entity, arguments);
        } catch (InvocationTargetException failure) {
            throw rethrown(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A getter of a lazy value may fail with whatever its provider raises. */
    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
