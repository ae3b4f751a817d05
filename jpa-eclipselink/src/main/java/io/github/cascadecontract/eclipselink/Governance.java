package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** One contract in one entity manager factory: its mappings, and the cascade of each unit of work. May be shared. */
final class Governance {
    private static final String KEY = Governance.class.getName();

    private final CascadeContract contract;
    private final Acquaintances managedOnce = new Acquaintances();
    private final Map<Class<?>, ChangeDetection> detections = new HashMap<>();
    private @Nullable RelationMappings mappings;
    private boolean governsAll;

    Governance(CascadeContract contract) {
        this.contract = contract;
    }

    /** The governance of a factory's session, null if it was made without. */
    static @Nullable Governance of(Session session) {
        return (Governance) session.getProperty(KEY);
    }

    /** Takes a session over before its mappings are initialised. */
    void takeOver(Session session) {
        mappings = RelationMappings.of(contract, session);
        governsAll = session.getDescriptors().keySet().stream()
                .allMatch(type -> contract.find(type).isPresent());
        session.setProperty(KEY, this);
    }

    CascadeContract contract() {
        return contract;
    }

    /** The mapping of a relation as long as it can be changed. */
    ForeignReferenceMapping declared(Relation relation) {
        return Objects.requireNonNull(mappings).declared(relation);
    }

    MappedRelation mapping(Relation relation) {
        return Objects.requireNonNull(mappings).of(relation);
    }

    boolean isRelation(DatabaseMapping mapping) {
        return Objects.requireNonNull(mappings).contains(mapping);
    }

    void detectChanges(Class<?> type, ChangeDetection detection) {
        detections.put(type, detection);
    }

    /** Whether a plain attribute or reference of an entity differs from its backup, as far as that is looked at here. */
    boolean differs(Object entity, Object backup) {
        ChangeDetection detection = detections.get(entity.getClass());
        return detection != null && detection.differs(entity, backup);
    }

    /** Whether the factory has no entity outside the contract. */
    boolean governsAll() {
        return governsAll;
    }

    boolean governs(Object entity) {
        return contract.find(entity.getClass()).isPresent();
    }

    /** The id of an entity, null if it has none yet. */
    @Nullable
    Object idOf(Object entity) {
        return contract.entity(entity.getClass()).mapping().identity().idOf(entity);
    }

    /** Remembers that an entity stands for a row, where neither its id nor a version tells. */
    void managed(Object entity) {
        if (needsMemory(contract.entity(entity.getClass()))) managedOnce.add(entity);
    }

    static boolean needsMemory(EntityModel model) {
        return !model.mapping().identity().isGenerated() && model.mapping().version() == null;
    }

    /** Whether a unit of work of this factory has managed the entity with a row. */
    boolean hasManaged(Object entity) {
        return managedOnce.contains(entity);
    }

    /** The cascade of a unit of work; made when it is first needed. */
    CascadeUnit unit(Session unitOfWork) {
        CascadeUnit unit = existingUnit(unitOfWork);
        if (unit == null) {
            unit = new CascadeUnit(this, new Internals(unitOfWork));
            unitOfWork.setProperty(CascadeUnit.class.getName(), unit);
        }
        return unit;
    }

    @Nullable
    CascadeUnit existingUnit(Session unitOfWork) {
        return (CascadeUnit) unitOfWork.getProperty(CascadeUnit.class.getName());
    }
}
