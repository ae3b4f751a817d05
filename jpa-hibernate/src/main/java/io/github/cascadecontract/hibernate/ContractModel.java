package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.List;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.jdbc.Expectation;
import org.hibernate.mapping.Backref;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;

/**
 * Takes from Hibernate what the engine decides: all that cascades, orphan removal, the keys that only a collection writes, and
 * link rows.
 */
final class ContractModel implements BootModel.Edit {
    private final BootModel model;
    private final MissedDeletes missed;
    private final PhysicalNames names;

    ContractModel(BootModel model, MissedDeletes missed) {
        this.model = model;
        this.missed = missed;
        this.names = new PhysicalNames(model::refuse);
    }

    /** A DELETE that hits nothing has reached its goal, if its row is not there in another version (rule TX-3). */
    @Override
    public void edit(EntityModel entity, PersistentClass mapped) {
        names.check(entity, mapped);
        if (mapped.getDeleteExpectation() == null)
            mapped.setDeleteExpectation(mapped.isVersioned() ? () -> missed : Expectation.OptionalRowCount::new);
    }

    @Override
    public void edit(Relation relation, Property property) {
        names.check(relation, property);
        property.setCascade(CascadeWords.NONE);
        if (property.getValue() instanceof Collection collection) {
            // Links and keys are rows of their own: they change no version of the entity that holds the collection.
            property.setOptimisticLocked(false);
            govern(relation, collection);
        }
        if (property.getValue() instanceof ToOne reference) govern(property, reference);
    }

    /** Whether a reference may name a removed or no entity is the key's say, at flush. Keys that exist are not changed. */
    private static void govern(Property property, ToOne reference) {
        reference.setOnDeleteAction(OnDeleteAction.CASCADE);
        if (reference instanceof ManyToOne) property.setOptional(true);
    }

    private void govern(Relation relation, Collection collection) {
        collection.setOrphanDelete(false);
        collection.setInverse(true);
        if (relation.keySide() == KeySide.LINK_TABLE) refuseUnwritable(relation, collection);
        else if (relation.isOwning()) governKey(relation, collection);
    }

    private void refuseUnwritable(Relation relation, Collection collection) {
        if (hasIndexColumns(collection) || collection.isIdentified())
            model.refuse(relation + ": a link table with more than its two keys");
    }

    /** A one-to-many without {@code mappedBy}: the key goes into the child's INSERT, or is set by a statement. */
    private void governKey(Relation relation, Collection collection) {
        ForeignKey key = relation.key();
        if (hasIndexColumns(collection)) model.refuse(relation + ": an order or key column without mappedBy");
        PersistentClass child = model.entity(key.child());
        if (child == null) return;
        List.copyOf(child.getUnjoinedProperties()).stream()
                .filter(property -> isBackrefOf(property, collection))
                .forEach(child::removeProperty);
        if (!isInserted(key, child)) child.addProperty(new KeyProperty(key, collection));
    }

    private static boolean hasIndexColumns(Collection collection) {
        return collection instanceof IndexedCollection indexed
                && indexed.getIndex().hasAnyInsertableColumns();
    }

    private static boolean isBackrefOf(Property property, Collection collection) {
        return property instanceof Backref backref && collection.getRole().equals(backref.getCollectionRole());
    }

    private static boolean isInserted(ForeignKey key, PersistentClass child) {
        Relation childSide = key.childSide();
        return childSide != null && child.getRecursiveProperty(childSide.name()).isInsertable();
    }
}
