package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.invoke.MethodType;
import java.util.UUID;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.EnumOrdinalTypeHandler;
import org.apache.ibatis.type.EnumTypeHandler;
import org.apache.ibatis.type.ObjectTypeHandler;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/** Finds the column type of an attribute: a type handler of the user, one of MyBatis, or one for an enum or UUID. */
final class ColumnTypes {
    private final TypeHandlerRegistry registry;

    ColumnTypes(Configuration configuration) {
        this.registry = configuration.getTypeHandlerRegistry();
    }

    /** The column type, null if nobody can read and write values of the attribute's type. */
    @Nullable
    ColumnType of(Attribute attribute) {
        Class<?> type = MethodType.methodType(attribute.type()).wrap().returnType();
        TypeHandler<?> registered = type == Object.class ? null : registry.getTypeHandler(type);
        if (registered != null && !isBuiltIn(registered)) return new ColumnType(type, registered, null);
        if (type.isEnum()) return ofEnum(attribute, type.asSubclass(Enum.class));
        if (registered != null) return new ColumnType(type, registered, ArrayElement.of(type));
        return type == UUID.class ? new ColumnType(type, new ObjectTypeHandler(), ArrayElement.of(type)) : null;
    }

    /** A handler of the user may write another SQL type than the one an array would have. */
    private static boolean isBuiltIn(TypeHandler<?> handler) {
        return handler.getClass().getPackage() == TypeHandler.class.getPackage();
    }

    /** Jakarta Persistence stores ordinals unless told otherwise. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static ColumnType ofEnum(Attribute attribute, Class<? extends Enum> type) {
        Enumerated enumerated = attribute.element().getAnnotation(Enumerated.class);
        return enumerated != null && enumerated.value() == EnumType.STRING
                ? new ColumnType(type, new EnumTypeHandler(type), ArrayElement.ENUM_NAME)
                : new ColumnType(type, new EnumOrdinalTypeHandler(type), ArrayElement.ENUM_ORDINAL);
    }
}
