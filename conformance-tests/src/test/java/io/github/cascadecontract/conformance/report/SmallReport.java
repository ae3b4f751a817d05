package io.github.cascadecontract.conformance.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One scenario that Hibernate natively gets wrong: a moved post is deleted. */
final class SmallReport {
    private SmallReport() {}

    static ComparisonReport report() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", "17.0.15");
        versions.put("postgresql", "18.6");
        return new ComparisonReport(
                new Suite("built-in", Instant.parse("2026-11-20T13:00:00Z"), versions),
                List.of(
                        run(Mode.CONTRACT, Door.UNIT_OF_WORK, met()),
                        run(Mode.NATIVE, Door.ENTITY_MANAGER, failure())));
    }

    static Run run(Mode mode, Door door, Result... results) {
        return new Run("jpa-hibernate", "Hibernate ORM", "7.4.6.Final", mode, door, 1.25, List.of(results));
    }

    static Story story(String fact) {
        return new Story(
                "do.move",
                "delete-orphan",
                fact,
                List.of(new Story.ForeignKey("posts.user_id", "users", "NO ACTION", List.of("NOT NULL"))),
                List.of(new Story.Relation(
                        "User.posts", "one-to-many", "Post", "posts.user_id", List.of("ALL", "orphanRemoval"), null)),
                Map.of("posts", List.of(post(1, 1), post(2, 1))),
                List.of("u = find(User, 1)", "commit()"),
                null);
    }

    static Result met() {
        return new Result("do.move", Status.PASS, "ORP-3", expected(), seen(1, List.of(post(1, 2), post(2, 1))), null);
    }

    static Result failure() {
        return new Result(
                "do.move",
                Status.FAIL,
                "ORP-3",
                expected(),
                seen(2, List.of(post(2, 1))),
                "The moved post is deleted.");
    }

    static Observables expected() {
        return observables(List.of(post(1, 2), post(2, 1)), new RowCounts(0, 1, 0), List.of());
    }

    static Map<String, Object> post(int id, int user) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("title", null);
        row.put("user_id", user);
        return row;
    }

    private static Observables seen(int statements, List<Map<String, Object>> rows) {
        List<Statement> sent = List.of(
                new Statement(1, "update posts set user_id=? where id=?", 1),
                new Statement(1, "delete from posts where id=?", 1));
        return observables(rows, new RowCounts(0, 1, statements - 1), sent.subList(0, statements));
    }

    private static Observables observables(List<Map<String, Object>> rows, RowCounts posts, List<Statement> sent) {
        return new Observables(
                "committed",
                null,
                Map.of("posts", rows),
                Map.of("posts", posts),
                Map.of(),
                Map.of(),
                sent,
                Map.of("u.posts", List.of(1, 2)));
    }
}
