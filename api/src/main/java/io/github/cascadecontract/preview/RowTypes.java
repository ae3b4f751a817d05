package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.InheritanceMapping;
import jakarta.persistence.InheritanceType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rows of a table that several entities share are of a type. */
final class RowTypes {
    private RowTypes() {}

    /** What the discriminator holds for an entity and those that extend it, null if the table is theirs alone. */
    static Path.@Nullable OfType of(EntityModel entity) {
        InheritanceMapping inheritance = entity.mapping().inheritance();
        if (inheritance == null || entity.supertype() == null) return null;
        if (inheritance.strategy() != InheritanceType.SINGLE_TABLE || inheritance.discriminatorColumn() == null)
            return null;
        List<String> values = entity.withSubtypes().stream()
                .map(model ->
                        Objects.requireNonNull(model.mapping().inheritance()).discriminatorValue())
                .filter(Objects::nonNull)
                .toList();
        return new Path.OfType(Identifier.stored(inheritance.discriminatorColumn()), values);
    }
}
