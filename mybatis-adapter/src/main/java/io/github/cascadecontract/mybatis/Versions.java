package io.github.cascadecontract.mybatis;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Version columns: numbers begin with 0 and grow by one with every UPDATE, times are those of the write. */
final class Versions {
    static final Set<Class<?>> TYPES = Set.of(
            Long.class,
            long.class,
            Integer.class,
            int.class,
            Short.class,
            short.class,
            Instant.class,
            LocalDateTime.class);

    private Versions() {}

    static void begin(EntityTable table, Object entity) {
        Column version = table.version();
        if (version != null && version.read(entity) == null) version.write(entity, next(table, null));
    }

    /** The version that follows the given one, null for the first. */
    static Object next(EntityTable table, @Nullable Object version) {
        ColumnType type = Objects.requireNonNull(table.version()).sql().type();
        if (type.javaType() == Instant.class) return after((Instant) version);
        if (type.javaType() == LocalDateTime.class) return after((LocalDateTime) version);
        return Numbers.convert(version == null ? 0 : ((Number) version).longValue() + 1, type);
    }

    /** Microseconds are what a column keeps; a clock that stands still or goes back must not repeat a version. */
    private static Instant after(@Nullable Instant version) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return version == null || now.isAfter(version) ? now : version.plus(1, ChronoUnit.MICROS);
    }

    private static LocalDateTime after(@Nullable LocalDateTime version) {
        LocalDateTime now = LocalDateTime.now().truncatedTo(ChronoUnit.MICROS);
        return version == null || now.isAfter(version) ? now : version.plus(1, ChronoUnit.MICROS);
    }
}
