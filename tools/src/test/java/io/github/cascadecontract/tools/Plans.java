package io.github.cascadecontract.tools;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Plans that tests write. */
final class Plans {
    private Plans() {}

    /** A user with posts, comments, tags, a table nobody mapped, and audit entries in the way. */
    static RemovalPlan blog() {
        PlannedRows comments = rows(
                new Place("comments", "Comment", "Post.comments", "comments_post_id_fkey"),
                Actor.DATABASE,
                Effect.DELETE,
                1_234_567,
                Rule.REM_3,
                List.of(),
                List.of("@PreRemove callbacks", "version check"));
        PlannedRows likes = rows(
                new Place("post_likes", null, null, "post_likes_post_id_fkey"),
                Actor.DATABASE,
                Effect.SET_NULL,
                40,
                Rule.REM_3,
                List.of(),
                List.of());
        PlannedRows posts = rows(
                new Place("posts", "Post", "User.posts", "posts_user_id_fkey"),
                Actor.CLIENT_SET,
                Effect.DELETE,
                100_000,
                Rule.REM_2,
                List.of("DELETE FROM posts WHERE user_id = ?"),
                List.of("@PreRemove callbacks"),
                comments,
                likes);
        PlannedRows groups = rows(
                new Place("user_groups", null, "User.groups", "user_groups_user_id_fkey"),
                Actor.CLIENT_EACH,
                Effect.DELETE_LINKS,
                1,
                Rule.M2M_1,
                List.of("DELETE FROM user_groups WHERE user_id = ?"),
                List.of());
        return new RemovalPlan("User", "1", List.of(user(posts, groups)), List.of());
    }

    /** The same user with protected rows below. */
    static RemovalPlan blocked() {
        Place audit = new Place("audit_entries", "AuditEntry", "AuditEntry.post", "audit_entries_post_id_fkey");
        Obstacle obstacle = new Obstacle(
                Obstacle.Kind.PROTECTED,
                audit,
                12,
                List.of("7", "8", "9"),
                Rule.PRO_1,
                "12 rows of AuditEntry, which is @Protected, would be removed",
                "Give these rows another parent first, let their key be NULL with SET NULL, or do not remove what they refer to.");
        PlannedRows entries = new PlannedRows(
                audit,
                Actor.NOBODY,
                Effect.BLOCKED,
                OptionalLong.of(12),
                Rule.PRO_1,
                List.of(),
                List.of(),
                obstacle,
                List.of());
        PlannedRows posts = rows(
                new Place("posts", "Post", "User.posts", "posts_user_id_fkey"),
                Actor.DATABASE,
                Effect.DELETE,
                2,
                Rule.REM_1,
                List.of(),
                List.of(),
                entries);
        return new RemovalPlan(
                "User",
                "1",
                List.of(user(posts)),
                List.of("secret_likes: no right to read it, its rows are not counted"));
    }

    static PlannedRows user(PlannedRows... below) {
        return rows(
                new Place("users", "User", null, null),
                Actor.CLIENT_EACH,
                Effect.DELETE,
                1,
                Rule.REM_1,
                List.of("DELETE FROM users WHERE id = ?"),
                List.of(),
                below);
    }

    static PlannedRows rows(
            Place place,
            Actor actor,
            Effect effect,
            long rows,
            Rule rule,
            List<String> statements,
            List<String> skipped,
            PlannedRows... below) {
        return new PlannedRows(
                place, actor, effect, OptionalLong.of(rows), rule, statements, skipped, null, List.of(below));
    }

    /** A user whose posts would be in the way if there were any. */
    static RemovalPlan idle() {
        Place place = new Place("posts", "Post", "User.posts", "posts_user_id_fkey");
        PlannedRows posts = rows(place, Actor.NOBODY, Effect.BLOCKED, 0, Rule.REM_1, List.of(), List.of());
        return new RemovalPlan("User", "1", List.of(user(posts)), List.of());
    }

    /** A user with rows that nobody may look at. */
    static RemovalPlan uncounted() {
        PlannedRows secrets = new PlannedRows(
                new Place("secrets", null, null, "secrets_user_id_fkey"),
                Actor.DATABASE,
                Effect.DELETE,
                OptionalLong.empty(),
                Rule.REM_1,
                List.of(),
                List.of(),
                null,
                List.of());
        return new RemovalPlan("User", "1", List.of(user(secrets)), List.of("secrets: no right to count its rows"));
    }

    /** The same text wherever a plan has room for one. */
    static RemovalPlan named(String name) {
        Place place = new Place(name, name, name, name);
        Obstacle obstacle = new Obstacle(Obstacle.Kind.RESTRICT, place, 1, List.of(name), Rule.TX_2, name, name);
        PlannedRows blocked = new PlannedRows(
                place,
                Actor.NOBODY,
                Effect.BLOCKED,
                OptionalLong.of(1),
                Rule.TX_2,
                List.of(name),
                List.of(name),
                obstacle,
                List.of());
        return new RemovalPlan(name, name, List.of(user(blocked)), List.of(name));
    }

    /** A chain of relations. */
    static RemovalPlan chain(int levels) {
        PlannedRows rows = user();
        for (int level = 1; level < levels; level++) rows = user(rows);
        return new RemovalPlan("User", "1", List.of(rows), List.of());
    }

    static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }
}
