package io.github.cascadecontract.mybatis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Version columns: they begin with 0 and grow by one with every UPDATE. */
final class Versions {
    private Versions() {}

    static void begin(EntityTable table, Object entity) {
        Column version = table.version();
        if (version != null && version.read(entity) == null) version.write(entity, next(table, -1L));
    }

    /** The version that follows the given one. */
    static Object next(EntityTable table, @Nullable Object version) {
        long number = version == null ? -1 : ((Number) version).longValue();
        Column column = Objects.requireNonNull(table.version());
        return Numbers.convert(number + 1, column.sql().type());
    }
}
