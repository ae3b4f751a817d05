package io.github.cascadecontract.assertj;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import java.util.OptionalLong;

/** A user with posts that the database removes, comments that lose their key, tags, and what a test adds. */
final class Plans {
    private Plans() {}

    static RemovalPlan of(PlannedRows... below) {
        return new RemovalPlan(
                "User",
                "1",
                List.of(rows("users", Actor.CLIENT_EACH, Effect.DELETE, OptionalLong.of(1), List.of(below))),
                List.of());
    }

    static RemovalPlan blog() {
        return of(
                rows("posts", Actor.DATABASE, Effect.DELETE, 100_000),
                rows("comments", Actor.CLIENT_SET, Effect.SET_NULL, 7),
                rows("ratings", Actor.DATABASE, Effect.SET_DEFAULT, 5),
                rows("users_tags", Actor.CLIENT_EACH, Effect.DELETE_LINKS, 3));
    }

    static RemovalPlan blocked() {
        return of(audit());
    }

    static PlannedRows rows(String table, Actor actor, Effect effect, long rows) {
        return rows(table, actor, effect, OptionalLong.of(rows), List.of());
    }

    static PlannedRows uncounted(String table) {
        return rows(table, Actor.DATABASE, Effect.DELETE, OptionalLong.empty(), List.of());
    }

    static PlannedRows withoutCallbacks(String table) {
        return new PlannedRows(
                new Place(table, null, null, null),
                Actor.DATABASE,
                Effect.DELETE,
                OptionalLong.of(1),
                Rule.REM_1,
                List.of(),
                List.of("@PreRemove"),
                null,
                List.of());
    }

    private static PlannedRows rows(
            String table, Actor actor, Effect effect, OptionalLong rows, List<PlannedRows> below) {
        return new PlannedRows(
                new Place(table, null, null, null), actor, effect, rows, Rule.REM_1, List.of(), List.of(), null, below);
    }

    private static PlannedRows audit() {
        Place place = new Place("audit_entries", "AuditEntry", "AuditEntry.user", null);
        Obstacle obstacle = new Obstacle(
                Obstacle.Kind.PROTECTED,
                place,
                2,
                List.of("7", "9"),
                Rule.PRO_1,
                "2 rows are @Protected",
                "Keep them.");
        return new PlannedRows(
                place,
                Actor.NOBODY,
                Effect.BLOCKED,
                OptionalLong.of(2),
                Rule.PRO_1,
                List.of(),
                List.of(),
                obstacle,
                List.of());
    }
}
