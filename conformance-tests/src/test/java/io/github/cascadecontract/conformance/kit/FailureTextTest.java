package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.report.Observables;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.report.Statement;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.report.Story;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole text, as an author of an adapter reads it. */
class FailureTextTest {
    private static final String DIFFERENCE =
            "Row 1 of posts is gone; the unit of work read entities of posts on its own account.";
    private static final Story STORY = new Story(
            "x.moved",
            "family",
            "a moved child survives",
            List.of(new Story.ForeignKey("posts.user_id", "users", "CASCADE", List.of("NOT NULL"))),
            List.of(
                    new Story.Relation(
                            "Post.user", "many-to-one", "User", "posts.user_id", List.of("PERSIST"), "User.posts"),
                    new Story.Relation(
                            "User.posts", "one-to-many", "Post", "posts.user_id", List.of("ALL"), "Post.user")),
            Map.of("posts", List.of(Map.of("id", 1, "title", "secret", "user_id", 2))),
            List.of("u = find(User, 1)", "remove(u)", "commit()"),
            null);

    @Test
    void tells_all_that_is_needed() {
        Observables expected = new Observables(
                "committed",
                null,
                Map.of("posts", List.of(Map.of("id", 1)), "users", List.of()),
                Map.of("users", new RowCounts(0, 0, 1), "posts", new RowCounts(0, 1, 0)),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of("state(p)", "managed"));
        Observables observed = new Observables(
                "committed",
                null,
                Map.of("posts", List.of(), "users", List.of()),
                Map.of("users", new RowCounts(0, 0, 1), "posts", new RowCounts(0, 0, 1)),
                Map.of(),
                Map.of("posts", 2),
                List.of(
                        new Statement(0, "SELECT u.id, u.name FROM users u WHERE u.id = ?", 1),
                        new Statement(2, "select * from \"app\".\"posts\" where user_id = ?", 1),
                        new Statement(2, "delete from posts where id = ?", 1),
                        new Statement(2, "delete from users where id = ?", 1)),
                Map.of("state(p)", "managed"));

        assertThat(text(expected, observed).lines())
                .containsExactly(
                        "x.moved: " + DIFFERENCE,
                        "   rule            REM-7: " + Rule.REM_7.sentence(),
                        "   recorded        a moved child survives",
                        "   relations       User.posts [ALL] 1---* Post.user [PERSIST]",
                        "   keys            posts.user_id ---> users, NOT NULL, ON DELETE CASCADE",
                        "   rows            posts 1(user_id=2)",
                        "   step 0          u = find(User, 1)",
                        "   step 1          remove(u)",
                        "   step 2          commit()",
                        "   outcome         as expected",
                        "   rows left       expected posts [{id=1}]",
                        "                   observed posts []",
                        "   by client       expected posts 1 updated; users 1 deleted",
                        "                   observed posts 1 deleted; users 1 deleted",
                        "   by database     as expected",
                        "   loading         expected reads nothing",
                        "                   observed reads posts",
                        "   state           as expected",
                        "   sql, step 0     SELECT u.id, u.name FROM users u WHERE u.id = ? -> 1 row(s)",
                        ">> sql, step 2     select * from \"app\".\"posts\" where user_id = ? -> 1 row(s)",
                        ">> sql, step 2     delete from posts where id = ? -> 1 row(s)",
                        "   sql, step 2     delete from users where id = ? -> 1 row(s)",
                        ">> not sent        UPDATE of 1 row(s) of posts",
                        "   run it alone    mvn test -Dtest=MyTest -Dcascade.only=x.moved");
    }

    @Test
    void marks_the_statement_that_the_database_refused() {
        Observables expected =
                new Observables("committed", null, null, null, null, null, List.of(), Map.of("u.posts", List.of()));
        Observables observed = new Observables(
                "integrity_violation:foreign_key",
                "2",
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new Statement(2, "delete from users where id = ?", 3, null, "23503")),
                Map.of());

        assertThat(text(expected, observed).lines())
                .contains(
                        "   outcome         expected committed",
                        "                   observed integrity_violation:foreign_key at step 2",
                        "   by client       not compared",
                        "   state           expected {u.posts=[]}",
                        "                   observed {}",
                        ">> sql, step 2     delete from users where id = ? x3 -> SQLSTATE 23503");
    }

    @Test
    void what_may_be_read_or_not_is_no_difference() {
        Observables expected = reading(Map.of());
        Observables observed = reading(Map.of("posts", 1));
        Result result = new Result("x.moved", Status.FAIL, null, expected, observed, "Row 1 of posts is gone.");

        assertThat(FailureText.of(result, STORY, List.of(), "mvn test").lines())
                .contains("   loading         as expected");
    }

    private static Observables reading(Map<String, Integer> selects) {
        return new Observables("committed", null, null, null, null, selects, List.of(), Map.of());
    }

    private static String text(Observables expected, Observables observed) {
        Result result = new Result("x.moved", Status.FAIL, null, expected, observed, DIFFERENCE);
        return FailureText.of(result, STORY, List.of(Rule.REM_7), "mvn test -Dtest=MyTest -Dcascade.only=x.moved");
    }
}
