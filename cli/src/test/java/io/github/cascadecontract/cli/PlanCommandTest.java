package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the removal of one entity would do, without the application. */
class PlanCommandTest {
    @RegisterExtension
    static final Blog BLOG = new Blog();

    @Test
    void a_removal_is_planned_and_not_done() throws SQLException {
        BLOG.mend();
        Run run = BLOG.run("plan", "--entity", "User", "--id", "1");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("remove User 1\n").contains("1,200 rows, delete by database");
        assertThat(run.code()).isEqualTo(ExitCode.FINE);
        assertThat(BLOG.run("plan", "--entity", "blog.User", "--id", "1")).isEqualTo(run);
    }

    @Test
    void rows_in_the_way_make_it_fail() throws SQLException {
        Run run = BLOG.run("plan", "--entity", "User", "--id", "1");
        assertThat(run.out()).startsWith("remove User 1: BLOCKED\n").contains("in the way: User.posts");
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void a_composite_id_is_given_by_column() throws SQLException {
        Run run = BLOG.run("plan", "--entity", "Vote", "--id", "7", "--id", "00000000-0000-0000-0000-000000000001");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("votes", "1 row, delete by client");
        assertThat(run.code()).isEqualTo(ExitCode.FINE);
    }

    @ParameterizedTest
    @CsvSource({"json,{", "mermaid,flowchart", "svg,<svg"})
    void a_plan_is_written_in_many_ways(String format, String beginning) throws SQLException {
        Run run = BLOG.run("plan", "--entity", "User", "--id", "1", "--format", format);
        assertThat(run.out()).startsWith(beginning).contains("posts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--entity Nobody --id 1 | No entity is called Nobody, but there are [",
                "--entity User --id one | column id holds values of java.lang.Long",
                "--entity User --id 1 --id 2 | User needs --id 1 time(s), for id.",
                "--entity Vote --id 7 | Vote needs --id 2 time(s), for poll, voter.",
                "--entity User --id 99 | there is no row of the given id",
                "--entity User --id -5 | there is no row of the given id"
            })
    void what_cannot_be_found_is_told(String options, String words) throws SQLException {
        Run run = BLOG.run("plan", options.split(" "));
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    }
}
