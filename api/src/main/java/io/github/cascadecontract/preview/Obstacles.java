package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.preview.Counts.Counted;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Rows in the way, in words. */
final class Obstacles {
    private Obstacles() {}

    static Obstacle of(Obstacle.Kind kind, Way way, Counted counted) {
        Rule rule = kind == Obstacle.Kind.PROTECTED ? Rule.PRO_1 : way.says().rule();
        return new Obstacle(
                kind,
                way.says().place(),
                counted.rows(),
                counted.firstIds(),
                rule,
                sentence(kind, way, counted),
                remedy(kind));
    }

    private static String sentence(Obstacle.Kind kind, Way way, Counted counted) {
        boolean one = counted.rows() == 1;
        String rows = one ? "1 row" : "%d rows".formatted(counted.rows());
        String refer = one ? "refers" : "refer";
        Place place = way.says().place();
        String name = place.entity() == null ? place.table() : place.entity();
        String where = "%s of %s%s".formatted(rows, name, ids(counted));
        return switch (kind) {
            case RESTRICT -> "%s %s to what is removed, and %s says RESTRICT".formatted(where, refer, key(way));
            case NO_ACTION -> "%s %s to what is removed, and %s says NO ACTION".formatted(where, refer, key(way));
            case NOT_NULL -> "%s would get NULL as key, which must not be NULL".formatted(where);
            case PROTECTED -> "the removal would reach %s, which is @Protected".formatted(where);
        };
    }

    private static String ids(Counted counted) {
        if (counted.firstIds().isEmpty()) return "";
        String some = counted.firstIds().size() == counted.rows() ? "ids" : "first ids";
        return " (%s %s)".formatted(some, String.join(", ", counted.firstIds()));
    }

    private static String key(Way way) {
        @Nullable CatalogKey key = way.says().key();
        return key == null || key.name().isEmpty() ? "the key" : "key " + key.name();
    }

    private static String remedy(Obstacle.Kind kind) {
        return switch (kind) {
            case RESTRICT, NO_ACTION ->
                "Keep what they refer to, or remove these rows first; if they shall go with it, let the relation cascade REMOVE or give the key ON DELETE CASCADE.";
            case NOT_NULL ->
                "Give these rows another parent, let the relation cascade REMOVE or remove orphans, or let the key be NULL.";
            case PROTECTED ->
                "Give these rows another parent first, let their key be NULL with SET NULL, or do not remove what they refer to.";
        };
    }
}
