package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import java.util.Optional;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.ToOne;

/** Says the contract in Hibernate's own settings and nothing more. */
final class NativeIntegrator implements Integrator {
    private final CascadeContract contract;

    NativeIntegrator(CascadeContract contract) {
        this.contract = contract;
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        BootModel model = new BootModel(metadata);
        model.edit(contract, (relation, property) -> translate(relation, property, model));
    }

    private static void translate(Relation relation, Property property, BootModel model) {
        String cascade = CascadeWords.of(relation.mapping().settings().cascade());
        property.setCascade(relation.orphanRemoval() ? cascade + "," + CascadeWords.DELETE_ORPHAN : cascade);
        if (property.getValue() instanceof Collection collection) collection.setOrphanDelete(relation.orphanRemoval());
        if (relation.passiveDeletes() == PassiveDeletes.Mode.ON || relation.passiveDeletes() == PassiveDeletes.Mode.ALL)
            leaveToDatabase(relation, property, model);
    }

    private static void leaveToDatabase(Relation relation, Property property, BootModel model) {
        OnDeleteAction action = action(relation);
        boolean isInverse = !relation.isOwning() || relation.keySide() == KeySide.LINK_TABLE;
        if (isInverse && property.getValue() instanceof Collection collection)
            ((SimpleValue) collection.getKey()).setOnDeleteAction(action);
        Relation inverse = relation.inverse();
        if (inverse != null) tolerate(inverse, action, model);
    }

    private static void tolerate(Relation backReference, OnDeleteAction action, BootModel model) {
        PersistentClass child = model.entity(backReference.entity());
        if (child != null && child.getRecursiveProperty(backReference.name()).getValue() instanceof ToOne reference)
            reference.setOnDeleteAction(action);
    }

    /** Where the mapping does not tell the foreign key's action, the relation that is left to it implies a cascade. */
    private static OnDeleteAction action(Relation relation) {
        Optional<ReferentialAction> declared = relation.keySide() == KeySide.LINK_TABLE
                ? Optional.of(relation.linkTable()).flatMap(LinkTable::onDelete)
                : relation.key().onDelete();
        return OnDeleteAction.valueOf(declared.orElse(ReferentialAction.CASCADE).name());
    }
}
