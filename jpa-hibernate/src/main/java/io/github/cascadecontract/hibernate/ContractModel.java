package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
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
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;

/**
 * Takes from Hibernate what the engine decides: PERSIST, REMOVE and orphan removal, the keys that only a collection writes,
 * and link rows. MERGE, REFRESH and DETACH stay.
 */
final class ContractModel {
    private static final Set<CascadeType> LEFT_TO_HIBERNATE =
            EnumSet.of(CascadeType.MERGE, CascadeType.REFRESH, CascadeType.DETACH);

    private final BootModel model;

    ContractModel(BootModel model) {
        this.model = model;
    }

    void govern(CascadeContract contract) {
        model.edit(contract, this::govern);
        contract.entities().forEach(this::tolerateMissingRows);
    }

    private void govern(Relation relation, Property property) {
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
        if (relation.keySide() == KeySide.LINK_TABLE)
            refuseComposite(relation, relation.linkTable().columnsOf(relation));
        else if (relation.isOwning()) governKey(relation, collection);
    }

    /** A one-to-many without {@code mappedBy}: the key goes into the child's INSERT, or is set by a statement. */
    private void governKey(Relation relation, Collection collection) {
        ForeignKey key = relation.key();
        refuseComposite(relation, key.columns());
        PersistentClass child = model.entity(key.child());
        List.copyOf(child.getUnjoinedProperties()).stream()
                .filter(property -> isBackrefOf(property, collection))
                .forEach(child::removeProperty);
        if (!isInserted(key, child)) child.addProperty(new KeyProperty(key, collection));
    }

    private static boolean isBackrefOf(Property property, Collection collection) {
        return property instanceof Backref backref && collection.getRole().equals(backref.getCollectionRole());
    }

    private static boolean isInserted(ForeignKey key, PersistentClass child) {
        Relation childSide = key.childSide();
        return childSide != null && child.getProperty(childSide.name()).isInsertable();
    }

    private void refuseComposite(Relation relation, List<String> columns) {
        if (columns.size() > 1) model.refuse(relation, "a composite key that the child's own attribute does not write");
    }

    /** A DELETE that hits nothing has reached its goal (rule TX-3); a versioned one may also be stale. */
    private void tolerateMissingRows(EntityModel entity) {
        PersistentClass mapped = model.entity(entity);
        if (!mapped.isVersioned() && mapped.getDeleteExpectation() == null)
            mapped.setDeleteExpectation(Expectation.OptionalRowCount::new);
    }
}
