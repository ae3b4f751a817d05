package io.github.cascadecontract.conformance.model;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.FieldAccessor;

/** Makes the classes of one model: fields that carry the annotations, a getter and a setter each, collections left null. */
final class EntityClasses {
    private final ModelSettings model;
    private final String packageName;
    private final Mappings mappings;
    private final Map<String, TypeDescription> types = new HashMap<>();

    private EntityClasses(ModelSettings model, String packageName) {
        this.model = model;
        this.packageName = packageName;
        this.mappings = new Mappings(model);
    }

    /** Returns the classes by entity name, in a class loader of their own. */
    static Map<String, Class<?>> generate(ModelSettings model, String packageName, BytecodeChange change) {
        return new EntityClasses(model, packageName).generate(change);
    }

    private Map<String, Class<?>> generate(BytecodeChange change) {
        List<BaseTable> tables = model.entityTables().toList();
        tables.forEach(table -> types.put(table.entity(), placeholder(table)));
        Map<String, byte[]> code = new HashMap<>();
        tables.forEach(table -> code.put(name(table), entity(table).make().getBytes()));
        ClassLoader loader = loader(change.of(code, loader(code)));
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        tables.forEach(table -> classes.put(table.entity(), load(loader, name(table))));
        return classes;
    }

    private static ClassLoader loader(Map<String, byte[]> code) {
        ClassLoader parent = EntityClasses.class.getClassLoader();
        return new ByteArrayClassLoader(parent, code, ByteArrayClassLoader.PersistenceHandler.MANIFEST);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String name(BaseTable table) {
        return packageName + "." + table.entity();
    }

    /** Stands for a class that is still to be made, so that classes may refer to each other. */
    private TypeDescription placeholder(BaseTable table) {
        return InstrumentedType.Default.of(name(table), generic(Object.class), Visibility.PUBLIC.getMask());
    }

    private DynamicType.Builder<?> entity(BaseTable table) {
        DynamicType.Builder<?> builder = new ByteBuddy(ClassFileVersion.JAVA_V17)
                .subclass(Object.class, ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR)
                .name(name(table))
                .annotateType(plain(Entity.class))
                .annotateType(AnnotationDescription.Builder.ofType(Table.class)
                        .define("name", table.table())
                        .build());
        builder = property(builder, "id", generic(Integer.class), id(table));
        for (String column : table.columns()) {
            builder = property(builder, column, generic(String.class), List.of(column(column)));
        }
        for (RelationSetting relation : model.relationsOf(table.entity())) {
            builder = property(builder, relation.attribute(), type(relation), mappings.of(relation));
        }
        return builder;
    }

    private static DynamicType.Builder<?> property(
            DynamicType.Builder<?> builder,
            String name,
            TypeDescription.Generic type,
            List<AnnotationDescription> annotations) {
        return builder.defineField(name, type, Visibility.PRIVATE)
                .annotateField(annotations)
                .defineMethod(accessor("get", name), type, Visibility.PUBLIC)
                .intercept(FieldAccessor.ofField(name))
                .defineMethod(accessor("set", name), void.class, Visibility.PUBLIC)
                .withParameter(type, name)
                .intercept(FieldAccessor.ofField(name));
    }

    /** Returns the name of the getter or setter of an attribute. */
    static String accessor(String prefix, String attribute) {
        return prefix + attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
    }

    private TypeDescription.Generic type(RelationSetting relation) {
        TypeDescription.Generic target = generic(types.get(relation.target()));
        return relation.isCollection()
                ? TypeDescription.Generic.Builder.parameterizedType(
                                TypeDescription.ForLoadedType.of(List.class), target)
                        .build()
                : target;
    }

    private List<AnnotationDescription> id(BaseTable table) {
        if (!model.generatedIds().contains(table.entity())) {
            return List.of(plain(Id.class));
        }
        AnnotationDescription generated = AnnotationDescription.Builder.ofType(GeneratedValue.class)
                .define("strategy", GenerationType.IDENTITY)
                .build();
        return List.of(plain(Id.class), generated);
    }

    private static AnnotationDescription column(String name) {
        AnnotationDescription.Builder column =
                AnnotationDescription.Builder.ofType(Column.class).define("name", name);
        return name.equals("email")
                ? column.define("nullable", false).define("unique", true).build()
                : column.build();
    }

    private static AnnotationDescription plain(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type).build();
    }

    private static TypeDescription.Generic generic(Class<?> type) {
        return TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(type);
    }

    private static TypeDescription.Generic generic(TypeDescription type) {
        return type.asGenericType();
    }
}
