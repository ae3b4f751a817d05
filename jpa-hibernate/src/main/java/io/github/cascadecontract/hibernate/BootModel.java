package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.UnsupportedMappingException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Array;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's boot model, still open when an integrator is called: no persister has read it yet, and keys and constraints
 * of generated tables are settled, so that nothing here changes a schema.
 */
final class BootModel {
    private final Metadata metadata;
    private final List<String> problems = new ArrayList<>();

    /** What is done with one relation of the contract. */
    interface RelationEdit {
        void edit(Relation relation, Property property);
    }

    BootModel(Metadata metadata) {
        this.metadata = metadata;
    }

    /**
     * Edits every relation.
     *
     * @throws UnsupportedMappingException with everything that does not fit the contract
     */
    void edit(CascadeContract contract, RelationEdit edit) {
        for (EntityModel entity : contract.entities()) {
            PersistentClass mapped = metadata.getEntityBinding(entity.type().getName());
            if (mapped == null) problems.add(entity + ": it is not an entity of this persistence unit");
            else entity.relations().forEach(relation -> edit(relation, property(relation, mapped), edit));
        }
        if (!problems.isEmpty()) throw new UnsupportedMappingException("hibernate", problems);
    }

    PersistentClass entity(EntityModel entity) {
        return metadata.getEntityBinding(entity.type().getName());
    }

    void refuse(Relation relation, String feature) {
        problems.add(relation + ": " + feature);
    }

    private void edit(Relation relation, @Nullable Property property, RelationEdit edit) {
        if (property == null) refuse(relation, "Hibernate does not map this attribute");
        else if (!isSupported(property.getValue())) refuse(relation, "an array or a relation to any class");
        else edit.edit(relation, property);
    }

    private static @Nullable Property property(Relation relation, PersistentClass mapped) {
        try {
            return mapped.getProperty(relation.name());
        } catch (MappingException absent) {
            return null;
        }
    }

    private static boolean isSupported(Value value) {
        return value instanceof ToOne || value instanceof Collection && !(value instanceof Array);
    }
}
