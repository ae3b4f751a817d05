package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.UUID;
import org.apache.ibatis.reflection.TypeParameterResolver;
import org.apache.ibatis.reflection.factory.ObjectFactory;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.EnumOrdinalTypeHandler;
import org.apache.ibatis.type.EnumTypeHandler;
import org.apache.ibatis.type.ObjectTypeHandler;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Finds the column type of an attribute: what its converter makes of it, a type handler of the user, one of MyBatis, or one
 * for an enum or UUID.
 */
final class ColumnTypes {
    private final TypeHandlerRegistry registry;
    private final ObjectFactory objects;

    ColumnTypes(Configuration configuration) {
        this.registry = configuration.getTypeHandlerRegistry();
        this.objects = configuration.getObjectFactory();
    }

    /** The column type, null if nobody can read and write values of the attribute's type. */
    @Nullable
    ColumnType of(Attribute attribute) {
        Class<?> type = boxed(attribute.type());
        Convert convert = attribute.element().getAnnotation(Convert.class);
        if (convert != null && isConverter(convert)) return converted(type, objects.create(convert.converter()));
        if (type.isEnum() && !isOwn(type)) return ofEnum(attribute, type.asSubclass(Enum.class));
        return ofType(type);
    }

    /** Whether the attribute itself names a converter. */
    static boolean isConverted(Attribute attribute) {
        Convert convert = attribute.element().getAnnotation(Convert.class);
        return convert != null && isConverter(convert);
    }

    private static boolean isConverter(Convert convert) {
        return !convert.disableConversion()
                && convert.attributeName().isEmpty()
                && convert.converter() != AttributeConverter.class;
    }

    private @Nullable ColumnType ofType(Class<?> type) {
        TypeHandler<?> registered = type == Object.class ? null : registry.getTypeHandler(type);
        if (registered != null) return new ColumnType(type, registered, isOwn(type) ? null : ArrayElement.of(type));
        return type == UUID.class ? new ColumnType(type, new ObjectTypeHandler(), ArrayElement.of(type)) : null;
    }

    /** A handler of the user may write another SQL type than the one an array would have. */
    private boolean isOwn(Class<?> type) {
        TypeHandler<?> registered = type == Object.class ? null : registry.getTypeHandler(type);
        return registered != null && registered.getClass().getPackage() != TypeHandler.class.getPackage();
    }

    private @Nullable ColumnType converted(Class<?> type, AttributeConverter<?, ?> converter) {
        ColumnType column = ofType(columnTypeOf(converter));
        if (column == null) return null;
        ConvertedHandler handler = new ConvertedHandler(converter, column.handler());
        ArrayElement element =
                column.element() == null ? null : column.element().after(handler::toColumn);
        return new ColumnType(type, handler, element, handler::toColumn);
    }

    private static Class<?> columnTypeOf(AttributeConverter<?, ?> converter) {
        try {
            Method toColumn = AttributeConverter.class.getMethod("convertToDatabaseColumn", Object.class);
            return TypeParameterResolver.resolveReturnType(toColumn, converter.getClass()) instanceof Class<?> type
                    ? boxed(type)
                    : Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
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
