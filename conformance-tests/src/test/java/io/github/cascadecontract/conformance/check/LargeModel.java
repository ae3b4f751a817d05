package io.github.cascadecontract.conformance.check;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;

/** Many entities in one tree of keys, each with a list of each kind of children, and the tables for them. */
final class LargeModel {
    private final int size;
    private final int width;
    private final List<TypeDescription> types = new ArrayList<>();

    /**
     * Plans the model.
     *
     * @param size how many entities
     * @param width how many kinds of children each has
     */
    LargeModel(int size, int width) {
        this.size = size;
        this.width = width;
        for (int i = 0; i < size; i++)
            types.add(InstrumentedType.Default.of(
                    "large.T" + i,
                    TypeDescription.ForLoadedType.of(Object.class).asGenericType(),
                    Visibility.PUBLIC));
    }

    Class<?>[] classes() throws ClassNotFoundException {
        Map<String, byte[]> code = new HashMap<>();
        for (int i = 0; i < size; i++) code.put("large.T" + i, entity(i).make().getBytes());
        ClassLoader loader = new ByteArrayClassLoader(LargeModel.class.getClassLoader(), code);
        Class<?>[] classes = new Class<?>[size];
        for (int i = 0; i < size; i++) classes[i] = loader.loadClass("large.T" + i);
        return classes;
    }

    /** Every second key has an index. */
    String tables() {
        return """
                DO $$ BEGIN
                    FOR i IN 0..%1$d LOOP
                        EXECUTE format('CREATE TABLE t%%s (id bigint PRIMARY KEY, parent_id bigint)', i);
                        CONTINUE WHEN i = 0;
                        EXECUTE format('ALTER TABLE t%%s ADD FOREIGN KEY (parent_id) REFERENCES t%%s ON DELETE CASCADE',
                            i, (i - 1) / %2$d);
                        IF i %% 2 = 0 THEN EXECUTE format('CREATE INDEX ON t%%s (parent_id)', i); END IF;
                    END LOOP;
                END $$""".formatted(size - 1, width);
    }

    /** Tables that nothing of the model refers to or is referred to by. */
    static String others(int number) {
        return """
                DO $$ BEGIN
                    CREATE TABLE other0 (id bigint PRIMARY KEY, parent_id bigint);
                    FOR i IN 1..%d LOOP
                        EXECUTE format('CREATE TABLE other%%s (id bigint PRIMARY KEY, parent_id bigint REFERENCES other%%s)',
                            i, i / 10);
                    END LOOP;
                END $$""".formatted(number - 1);
    }

    private DynamicType.Builder<?> entity(int number) {
        DynamicType.Builder<?> entity = new ByteBuddy()
                .subclass(Object.class)
                .name("large.T" + number)
                .annotateType(AnnotationDescription.Builder.ofType(Entity.class).build())
                .defineField("id", Long.class)
                .annotateField(AnnotationDescription.Builder.ofType(Id.class).build());
        for (int child = width * number + 1; child <= width * number + width && child < size; child++)
            entity = entity.defineField("children" + child, List.class).annotateField(children(child), passive());
        if (number == 0) return entity.defineField("parent_id", Long.class);
        return entity.defineField("parent", types.get((number - 1) / width))
                .annotateField(
                        AnnotationDescription.Builder.ofType(ManyToOne.class).build(), join(), cascade());
    }

    private AnnotationDescription children(int child) {
        return AnnotationDescription.Builder.ofType(OneToMany.class)
                .define("mappedBy", "parent")
                .define("targetEntity", types.get(child))
                .define("orphanRemoval", true)
                .defineEnumerationArray("cascade", CascadeType.class, CascadeType.REMOVE)
                .build();
    }

    private static AnnotationDescription passive() {
        return AnnotationDescription.Builder.ofType(PassiveDeletes.class).build();
    }

    private static AnnotationDescription join() {
        return AnnotationDescription.Builder.ofType(JoinColumn.class)
                .define("name", "parent_id")
                .build();
    }

    private static AnnotationDescription cascade() {
        return AnnotationDescription.Builder.ofType(OnDelete.class)
                .define("value", ReferentialAction.CASCADE)
                .build();
    }
}
