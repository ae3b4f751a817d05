package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.spi.RowCounter;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.collection.mutation.CollectionMutationTarget;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.MutationTarget;
import org.jspecify.annotations.Nullable;

/**
 * What one group of Hibernate's statements writes: the tables of an entity, or one table of a collection.
 *
 * @param group the statements, one for each table
 * @param entity name of the entity, null for an element collection
 * @param counter where rows are counted
 */
record WrittenTables(MutationOperationGroup group, @Nullable String entity, RowCounter counter) {

    static WrittenTables of(MutationOperationGroup group, GovernedSession governed) {
        EntityPersister persister = persister(group.getMutationTarget());
        return new WrittenTables(
                group, persister == null ? null : governed.entityName(persister), governed.rowCounter());
    }

    /** An ordered one-to-many writes positions into the rows of its elements. */
    private static @Nullable EntityPersister persister(MutationTarget<?> target) {
        if (target instanceof EntityPersister entity) return entity;
        if (!(target instanceof CollectionMutationTarget written)) return null;
        CollectionPersister collection = written.getTargetPart().getCollectionDescriptor();
        return collection.isOneToMany() ? collection.getElementPersister() : null;
    }

    void add(String table, long rows) {
        switch (group.getOperation(table).getMutationType()) {
            case INSERT -> counter.inserted(table, entity, rows);
            case UPDATE -> counter.updated(table, entity, rows);
            case DELETE -> counter.deleted(table, entity, rows);
        }
    }

    /** The table that Hibernate writes with its id, if that is given by the database: such a statement is not checked. */
    @Nullable
    String generating() {
        var entities = group.asEntityMutationOperationGroup();
        boolean generates = entities != null && entities.getMutationDelegate() != null;
        return generates ? entities.getMutationTarget().getIdentifierTableName() : null;
    }
}
