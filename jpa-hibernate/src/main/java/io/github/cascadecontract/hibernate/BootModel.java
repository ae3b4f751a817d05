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

    /** What is done with the entities and relations of a contract. */
    interface Edit {
        /** Called before the entity's relations. */
        default void edit(EntityModel entity, PersistentClass mapped) {}

        void edit(Relation relation, Property property);
    }

    BootModel(Metadata metadata) {
        this.metadata = metadata;
    }

    /**
     * Edits all that the contract has.
     *
     * @throws UnsupportedMappingException with everything that does not fit the contract
     */
    void edit(CascadeContract contract, Edit edit) {
        contract.entities().forEach(entity -> edit(entity, edit));
        if (!problems.isEmpty()) throw new UnsupportedMappingException("hibernate", problems);
    }

    /** How Hibernate maps an entity, null if the persistence unit does not have it. */
    @Nullable
    PersistentClass entity(EntityModel entity) {
        return metadata.getEntityBinding(entity.type().getName());
    }

    /** Notes what does not fit, as {@code Entity.attribute: feature}. */
    void refuse(String problem) {
        problems.add(problem);
    }

    private void edit(EntityModel entity, Edit edit) {
        PersistentClass mapped = entity(entity);
        if (mapped == null) {
            refuse(entity + ": it is not an entity of this persistence unit");
            return;
        }
        edit.edit(entity, mapped);
        entity.relations().stream()
                .filter(relation -> relation.entity() == entity)
                .forEach(relation -> edit(relation, property(relation, mapped), edit));
    }

    private void edit(Relation relation, @Nullable Property property, Edit edit) {
        if (property == null) refuse(relation + ": Hibernate does not map this attribute");
        else if (!isSupported(property.getValue())) refuse(relation + ": an array or a relation to any class");
        else edit.edit(relation, property);
    }

    private static @Nullable Property property(Relation relation, PersistentClass mapped) {
        try {
            return mapped.getRecursiveProperty(relation.name());
        } catch (MappingException absent) {
            return null;
        }
    }

    private static boolean isSupported(Value value) {
        return value instanceof ToOne || value instanceof Collection && !(value instanceof Array);
    }
}
