package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entity of a contract: its mapping, its relations, and the keys that refer to it. An entity class that extends another
 * one shares its relations and keys. Compared by identity.
 */
public final class EntityModel {
    private final EntityMapping mapping;
    private final @Nullable EntityModel supertype;
    private final List<EntityModel> subtypes = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Relation> declared = new ArrayList<>();
    private final List<ForeignKey> referringKeys = new ArrayList<>();

    EntityModel(EntityMapping mapping, @Nullable EntityModel supertype) {
        this.mapping = mapping;
        this.supertype = supertype;
        if (supertype != null) {
            supertype.subtypes.add(this);
            relations.addAll(supertype.relations);
        }
        mapping.relations().stream().skip(relations.size()).forEach(own -> declared.add(new Relation(this, own)));
        relations.addAll(declared);
    }

    /** The entity class. */
    public Class<?> type() {
        return mapping.type();
    }

    /** The entity name. */
    public String name() {
        return mapping.name();
    }

    /** Tables, id and attributes as declared. */
    public EntityMapping mapping() {
        return mapping;
    }

    /** The entity that this one extends, null if there is none. */
    public @Nullable EntityModel supertype() {
        return supertype;
    }

    /** The entities that directly extend this one, in the order in which they were given. */
    public List<EntityModel> subtypes() {
        return Collections.unmodifiableList(subtypes);
    }

    /** The topmost entity of the hierarchy; all entities below it share its id. */
    public EntityModel root() {
        return supertype == null ? this : supertype.root();
    }

    /** Whether entities of the other type are entities of this one: it is the same or extends it. */
    public boolean covers(EntityModel other) {
        for (EntityModel model = other; model != null; model = model.supertype) if (model == this) return true;
        return false;
    }

    /** Whether one covers the other, so that an entity of one type may be an entity of both. */
    public boolean overlaps(EntityModel other) {
        return covers(other) || other.covers(this);
    }

    /** This entity and all that extend it, at any depth, upper ones first. */
    public List<EntityModel> withSubtypes() {
        List<EntityModel> found = new ArrayList<>(List.of(this));
        subtypes.forEach(subtype -> found.addAll(subtype.withSubtypes()));
        return found;
    }

    /** All relations in order of declaration, those of the supertype first. */
    public List<Relation> relations() {
        return Collections.unmodifiableList(relations);
    }

    /** All relations that an entity of this type may have: those of this entity and of all that extend it. */
    public List<Relation> relationsWithSubtypes() {
        List<Relation> found = new ArrayList<>(relations);
        subtypes.forEach(subtype -> subtype.relationsWithSubtypes().stream()
                .filter(relation -> !found.contains(relation))
                .forEach(found::add));
        return found;
    }

    /** The relation with the given attribute name, if there is one. */
    public Optional<Relation> relation(String attribute) {
        return relations.stream()
                .filter(relation -> relation.name().equals(attribute))
                .findFirst();
    }

    /** The mapped foreign keys that may refer to an entity of this type: to its own table, or to that of a supertype. */
    public List<ForeignKey> referringKeys() {
        if (supertype == null) return Collections.unmodifiableList(referringKeys);
        List<ForeignKey> keys = new ArrayList<>(supertype.referringKeys());
        keys.addAll(referringKeys);
        return keys;
    }

    /** The keys that may refer to an entity of this type or of one that extends it. */
    public List<ForeignKey> referringKeysWithSubtypes() {
        List<ForeignKey> keys = new ArrayList<>(referringKeys());
        for (EntityModel subtype : withSubtypes()) if (subtype != this) keys.addAll(subtype.referringKeys);
        return keys;
    }

    /** Whether a removal must not reach entities of this type: it, or an entity that it extends, says so (rule PRO-1). */
    public boolean isProtected() {
        return type().isAnnotationPresent(Protected.class) || (supertype != null && supertype.isProtected());
    }

    /** The relations that this entity does not inherit from an entity. */
    List<Relation> declaredRelations() {
        return declared;
    }

    void addReferringKey(ForeignKey key) {
        referringKeys.add(key);
    }

    @Override
    public String toString() {
        return name();
    }
}
