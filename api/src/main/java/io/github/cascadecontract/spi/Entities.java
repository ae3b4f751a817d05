package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

final class Entities {
    private Entities() {}

    static Collection<?> ofType(Iterable<?> entities, EntityModel type) {
        List<Object> found = new ArrayList<>();
        for (Object entity : entities) if (type.type().isInstance(entity)) found.add(entity);
        return found;
    }
}
