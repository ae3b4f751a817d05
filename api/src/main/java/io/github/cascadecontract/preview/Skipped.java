package io.github.cascadecontract.preview;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.removal.Effect;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PreRemove;
import java.util.ArrayList;
import java.util.List;

/** What does not happen to rows of an entity that nobody reads. */
final class Skipped {
    private Skipped() {}

    static List<String> of(EntityModel entity, Effect effect) {
        List<EntityMapping> mappings =
                entity.withSubtypes().stream().map(EntityModel::mapping).toList();
        List<String> skipped = new ArrayList<>();
        if (effect.deletes()
                && mappings.stream().anyMatch(one -> one.callbacks().has(PreRemove.class)))
            skipped.add("@PreRemove callbacks");
        if (effect.deletes()
                && mappings.stream().anyMatch(one -> one.callbacks().has(PostRemove.class)))
            skipped.add("@PostRemove callbacks");
        if (mappings.stream().anyMatch(one -> one.version() != null)) skipped.add("version check");
        return skipped;
    }
}
