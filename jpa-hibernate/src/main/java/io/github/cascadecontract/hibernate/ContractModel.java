package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import jakarta.persistence.CascadeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * Takes from Hibernate what the engine decides: PERSIST, REMOVE and orphan removal, the keys that only a collection writes,
 * and link rows. MERGE, REFRESH and DETACH stay.
 */
final class ContractModel implements BootModel.Edit {
    private static final Set<CascadeType> LEFT_TO_HIBERNATE =
            EnumSet.of(CascadeType.MERGE, CascadeType.REFRESH, CascadeType.DETACH);

    private final BootModel model;
    private final PhysicalNames names;

    ContractModel(BootModel model) {
        this.model = model;
        this.names = new PhysicalNames(model::refuse);
    }

    /** A DELETE that hits nothing has reached its goal (rule TX-3); a versioned one may also be stale. */
    @Override
    public void edit(EntityModel entity, PersistentClass mapped) {
        names.check(entity, mapped);
        if (!mapped.isVersioned() && mapped.getDeleteExpectation() == null)
            mapped.setDeleteExpectation(Expectation.OptionalRowCount::new);
    }

    @Override
    public void edit(Relation relation, Property property) {
        names.check(relation, property);
        Set<CascadeType> cascade = EnumSet.copyOf(LEFT_TO_HIBERNATE);
        cascade.removeIf(operation -> !relation.cascades(operation));
        property.setCascade(CascadeWords.of(cascade));
        if (property.getValue() instanceof Collection collection) govern(relation, collection);
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
        refuseComposite(relation, relation.linkTable().columnsOf(relation));
        refuseComposite(relation, relation.linkTable().columnsOfTarget(relation));
        if (hasIndexColumns(collection) || collection.isIdentified())
            model.refuse(relation + ": a link table with more than its two keys");
    }

    /** A one-to-many without {@code mappedBy}: the key goes into the child's INSERT, or is set by a statement. */
    private void governKey(Relation relation, Collection collection) {
        ForeignKey key = relation.key();
        refuseComposite(relation, key.columns());
        if (key.child().mapping().id() == null) model.refuse(relation + ": a key in a table with a composite id");
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
        return childSide != null && child.getProperty(childSide.name()).isInsertable();
    }

    private void refuseComposite(Relation relation, List<String> columns) {
        if (columns.size() > 1) model.refuse(relation + ": a composite key that no attribute writes");
    }
}
