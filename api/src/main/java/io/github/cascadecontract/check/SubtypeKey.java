package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From the table of a subclass to that of its superclass under JOINED inheritance. The client always removes both rows.
 *
 * @param entity the subclass
 */
record SubtypeKey(EntityModel entity) implements MappedKey {
    @Override
    public TableName table() {
        return entity.mapping().table();
    }

    @Override
    public List<String> columns() {
        return entity.mapping().idColumns();
    }

    @Override
    public EntityModel parent() {
        return Objects.requireNonNull(entity.supertype());
    }

    @Override
    public @Nullable String attribute() {
        return null;
    }

    @Override
    public Optional<ReferentialAction> declared() {
        return Optional.empty();
    }

    @Override
    public boolean isNullable() {
        return false;
    }

    @Override
    public boolean isLeftToDatabase() {
        return false;
    }

    @Override
    public boolean removes() {
        return true;
    }
}
