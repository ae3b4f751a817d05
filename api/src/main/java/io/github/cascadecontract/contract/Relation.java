package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.mapping.RelationMapping;
import jakarta.persistence.CascadeType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One relation of one entity with its contract. Compared by identity; a contract holds each relation once. */
public final class Relation {
    private final EntityModel entity;
    private final RelationMapping mapping;
    private @Nullable EntityModel target;
    private @Nullable ForeignKey key;
    private @Nullable LinkTable linkTable;
    private @Nullable Relation inverse;

    Relation(EntityModel entity, RelationMapping mapping) {
        this.entity = entity;
        this.mapping = mapping;
    }

    /** The entity that declares the attribute; those that extend it have it too. */
    public EntityModel entity() {
        return entity;
    }

    /** The attribute's name. */
    public String name() {
        return mapping.attribute().name();
    }

    /** The attribute itself. */
    public Attribute attribute() {
        return mapping.attribute();
    }

    /** What the annotations (and overrides of the builder) declare. */
    public RelationMapping mapping() {
        return mapping;
    }

    /** The kind of relation. */
    public RelationKind kind() {
        return mapping.kind();
    }

    /** The entity at the other end. */
    public EntityModel target() {
        return Objects.requireNonNull(target, "not linked");
    }

    /** Whether the attribute holds a collection. */
    public boolean isCollection() {
        return kind().isCollection();
    }

    /**
     * Whether this side declares the key or link table (it has no {@code mappedBy}). Of two many-to-many that both declare
     * their link table only the first owns it.
     */
    public boolean isOwning() {
        return linkTable == null ? isDeclaring() : linkTable.owner() == this;
    }

    /** Where the key is. */
    public KeySide keySide() {
        return switch (kind()) {
            case MANY_TO_MANY -> KeySide.LINK_TABLE;
            case MANY_TO_ONE -> KeySide.SOURCE;
            case ONE_TO_MANY -> KeySide.TARGET;
            case ONE_TO_ONE -> isOwning() ? KeySide.SOURCE : KeySide.TARGET;
        };
    }

    /**
     * The key of the relation.
     *
     * @throws NullPointerException if the relation has a link table
     */
    public ForeignKey key() {
        return Objects.requireNonNull(key, "a many-to-many has a link table, not a key");
    }

    /**
     * The link table of a many-to-many.
     *
     * @throws NullPointerException if the relation has a key
     */
    public LinkTable linkTable() {
        return Objects.requireNonNull(linkTable, "only a many-to-many has a link table");
    }

    /** The other half of the pair: the relation over the same key or link table, null if there is none. */
    public @Nullable Relation inverse() {
        return inverse;
    }

    /** Whether the given operation cascades over this relation (rule DEC-1). */
    public boolean cascades(CascadeType operation) {
        return mapping.settings().cascade().contains(operation);
    }

    /** Whether removal cascades: REMOVE, or orphanRemoval which contains it (rule DEC-2). */
    public boolean removes() {
        return cascades(CascadeType.REMOVE) || orphanRemoval();
    }

    /** Whether a child that leaves the relation is removed. */
    public boolean orphanRemoval() {
        return mapping.settings().orphanRemoval();
    }

    /** Whether the target has at most one owner over this relation (rule DEC-4). */
    public boolean isSingleParent() {
        return mapping.settings().singleParent();
    }

    /** Who removes children that are not loaded; OFF where nothing is said. */
    public PassiveDeletes.Mode passiveDeletes() {
        PassiveDeletes.Mode mode = mapping.settings().passiveDeletes();
        return mode == null ? PassiveDeletes.Mode.OFF : mode;
    }

    /** Whether it declares a key or link table, be it the same as another relation declares. */
    boolean isDeclaring() {
        return mapping.mappedBy().isEmpty();
    }

    boolean isLinked() {
        return key != null || linkTable != null;
    }

    void link(EntityModel linkedTarget) {
        target = linkedTarget;
    }

    void link(ForeignKey linkedKey) {
        key = linkedKey;
    }

    void link(LinkTable table) {
        linkTable = table;
    }

    void pairWith(Relation other) {
        inverse = other;
        other.inverse = this;
    }

    @Override
    public String toString() {
        return entity.name() + "." + name();
    }
}
