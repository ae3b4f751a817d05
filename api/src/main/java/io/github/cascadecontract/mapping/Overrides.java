package io.github.cascadecontract.mapping;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns and keys that a class or an embedding attribute gives to attributes declared elsewhere; the outermost wins. */
final class Overrides {
    private final @Nullable Overrides outer;
    private final String prefix;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, AssociationOverride> associations = new HashMap<>();

    private Overrides(@Nullable Overrides outer, String prefix) {
        this.outer = outer;
        this.prefix = prefix;
    }

    /** Those of an entity class and its mapped superclasses, the topmost first. */
    static Overrides of(List<Class<?>> hierarchy) {
        Overrides overrides = new Overrides(null, "");
        hierarchy.forEach(overrides::read);
        return overrides;
    }

    /** Those that hold inside an embedded attribute. */
    Overrides inside(Attribute embedded) {
        Overrides overrides = new Overrides(this, embedded.name() + ".");
        overrides.read(embedded.element());
        return overrides;
    }

    /** The column given to an attribute, named by its path from here. */
    @Nullable
    Column column(String path) {
        Column given = outer == null ? null : outer.column(prefix + path);
        return given == null ? columns.get(path) : given;
    }

    /** The key or link table given to a relation, named by its path from here. */
    @Nullable
    AssociationOverride association(String path) {
        AssociationOverride given = outer == null ? null : outer.association(prefix + path);
        return given == null ? associations.get(path) : given;
    }

    private void read(AnnotatedElement element) {
        for (AttributeOverride override : element.getAnnotationsByType(AttributeOverride.class))
            columns.put(override.name(), override.column());
        for (AssociationOverride override : element.getAnnotationsByType(AssociationOverride.class))
            associations.put(override.name(), override);
    }
}
