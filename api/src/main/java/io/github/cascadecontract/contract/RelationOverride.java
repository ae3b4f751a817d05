package io.github.cascadecontract.contract;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.mapping.RelationMapping.Settings;
import jakarta.persistence.CascadeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Replaces settings of one relation; what is not named stays as annotated. */
public final class RelationOverride {
    private Settings settings;

    RelationOverride(Settings annotated) {
        this.settings = annotated;
    }

    /** Cascades exactly these operations; none given means none cascades (rule DEC-1). */
    public RelationOverride cascade(CascadeType... operations) {
        Set<CascadeType> cascade = EnumSet.noneOf(CascadeType.class);
        cascade.addAll(List.of(operations));
        if (cascade.remove(CascadeType.ALL)) cascade = EnumSet.complementOf(EnumSet.of(CascadeType.ALL));
        return set(new Settings(cascade, settings.orphanRemoval(), settings.singleParent(), settings.passiveDeletes()));
    }

    /** Removes children that lose their parent (rule ORP-1). */
    public RelationOverride orphanRemoval() {
        return set(new Settings(settings.cascade(), true, settings.singleParent(), settings.passiveDeletes()));
    }

    /** Keeps children that lose their parent, with key NULL. */
    public RelationOverride noOrphanRemoval() {
        return set(new Settings(settings.cascade(), false, settings.singleParent(), settings.passiveDeletes()));
    }

    /** Gives the target at most one owner (rule DEC-4). */
    public RelationOverride singleParent() {
        return set(new Settings(settings.cascade(), settings.orphanRemoval(), true, settings.passiveDeletes()));
    }

    /** Says who removes children that are not loaded (rules REM-1, REM-2). */
    public RelationOverride passiveDeletes(PassiveDeletes.Mode mode) {
        return set(new Settings(settings.cascade(), settings.orphanRemoval(), settings.singleParent(), mode));
    }

    Settings settings() {
        return settings;
    }

    private RelationOverride set(Settings changed) {
        settings = changed;
        return this;
    }
}
