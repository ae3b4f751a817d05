package io.github.cascadecontract.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
    private static final String GOOD = """
            {"scenarios": [{"id": "own.one", "group": "own", "fact": "a fact",
              "settings": {
                "fks": {"posts.user_id": {"to": "users", "nullable": false, "on_delete": "CASCADE"}},
                "rels": {"Post.user": {"kind": "many-to-one", "target": "User", "fk": "posts.user_id", "cascade": "merge"}},
                "seed": {"users": [{"id": 1, "email": "a@example.org"}], "posts": [{"id": 1, "user_id": 1}]},
                "steps": [["get", "u", "User", 1], ["delete", "u"], ["commit"]]},
              "outcome": "committed", "failed_at_step": null, "final_rows": {"posts": [], "users": []},
              "rows_removed_by_client": {"users": 1}, "rows_removed_by_db": {"posts": 1}, "sent_by_client": {}, "observed": {}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void any_file_of_the_format_can_be_read() throws IOException {
        Scenarios scenarios = read(GOOD);

        assertThat(scenarios.origin()).isEqualTo("own.json");
        assertThat(scenarios.all()).extracting(Scenario::id).containsExactly("own.one");
        assertThat(scenarios.decisions().about("own.one")).isEmpty();
    }

    @Test
    void decisions_beside_the_file_are_taken_into_account() throws IOException {
        Files.writeString(folder.resolve("decided.json"), """
                {"scenarios": [{"scenario": "own.one", "kind": "not portable", "rule": "none", "because": "of the test", "expect": null}]}
                """);

        assertThat(read(GOOD).decisions().about("own.one"))
                .map(Decision::isPortable)
                .contains(false);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> ScenarioSource.file(folder.resolve("missing.json")))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("-Dcascade.scenarios=")
                .hasMessageContaining("missing.json names no file");
    }

    @Test
    void what_is_no_json_is_told_with_line_and_column() {
        refused("{\"scenarios\": [", "own.json is no JSON: line 1, column");
    }

    @Test
    void a_missing_field_is_told_with_the_scenario() {
        refused(GOOD.replace("\"group\": \"own\",", ""), "own.json, scenario 'own.one': 'group' is missing");
    }

    @Test
    void an_unknown_step_is_told_with_those_that_are_known() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"destroy\", \"u\"]"),
                "scenario 'own.one', 'settings', step 1: 'destroy' is no step; steps are [add, append");
    }

    @Test
    void a_merge_that_reads_nothing_has_no_word_in_java() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"merge_noload\", \"m\", \"u\"]"),
                "step 1: 'merge_noload' has no word in Java");
    }

    @Test
    void a_refresh_of_single_attributes_has_no_word_in_java() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"expire\", \"u\", \"name\"]"),
                "step 1: 'expire' of single attributes has no word in Java");
    }

    @Test
    void a_savepoint_that_is_not_set_cannot_be_rolled_back_to() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"rollback_to\", \"s\"]"),
                "step 1: savepoint 's' is not set by an earlier step");
    }

    @Test
    void a_bulk_statement_names_columns_that_there_are() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"bulk_update\", \"User\", {\"id\": 1}, {\"age\": 3}]"),
                "step 1: 'User' has neither a column nor a relation 'age'");
    }

    @Test
    void what_merge_returns_is_of_the_given_objects_entity() throws IOException {
        String merging =
                "[\"merge\", \"m\", \"u\"], [\"refresh\", \"m\"], [\"savepoint\", \"s\"], [\"release\", \"s\"]";

        assertThat(read(GOOD.replace("[\"delete\", \"u\"]", merging))
                        .all()
                        .get(0)
                        .steps())
                .contains(
                        new ScenarioStep.Merge("m", "u"),
                        new ScenarioStep.Refresh("refresh", "m"),
                        new SavepointStep(SavepointStep.Operation.SET, "s"),
                        new SavepointStep(SavepointStep.Operation.RELEASE, "s"));
    }

    @Test
    void a_step_with_too_few_arguments_is_refused() {
        refused(
                GOOD.replace("[\"get\", \"u\", \"User\", 1]", "[\"get\", \"u\", \"User\"]"),
                "step 0: 'get' takes 3 argument(s), found 2");
    }

    @Test
    void a_variable_that_no_step_defines_is_refused() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"delete\", \"w\"]"),
                "step 1: variable 'w' is not defined by an earlier step");
    }

    @Test
    void an_unknown_entity_is_refused() {
        refused(
                GOOD.replace("[\"get\", \"u\", \"User\", 1]", "[\"get\", \"u\", \"Customer\", 1]"),
                "a step names 'Customer', which is no known entity");
    }

    @Test
    void a_relation_that_the_model_does_not_have_is_refused() {
        refused(
                GOOD.replace("[\"delete\", \"u\"]", "[\"load\", \"u\", \"posts\"]"),
                "step 1: 'User' has no relation 'posts'");
    }

    @Test
    void a_relation_over_an_unknown_key_is_refused() {
        refused(
                GOOD.replace("\"fk\": \"posts.user_id\"", "\"fk\": \"posts.owner_id\""),
                "relation 'Post.user' is over 'posts.owner_id', of which 'fks' knows nothing");
    }

    @Test
    void an_unknown_cascade_word_is_refused() {
        refused(
                GOOD.replace("\"cascade\": \"merge\"", "\"cascade\": \"remove\""),
                "'Post.user': cascade 'remove' is none of");
    }

    @Test
    void an_unknown_referential_action_is_refused() {
        refused(
                GOOD.replace("\"CASCADE\"", "\"VANISH\""),
                "'posts.user_id': 'on_delete' is no action of a foreign key: VANISH");
    }

    @Test
    void a_seed_column_that_no_table_has_is_refused() {
        refused(
                GOOD.replace("{\"id\": 1, \"user_id\": 1}", "{\"id\": 1, \"size\": 1}"),
                "the seed names column 'posts.size'");
    }

    @Test
    void two_scenarios_of_one_id_are_refused() {
        String scenario = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));
        refused(GOOD.replace(scenario, scenario + "," + scenario), "scenario 'own.one': there are two of that id");
    }

    @Test
    void an_inverse_that_does_not_look_back_is_refused() {
        refused(
                GOOD.replace("\"cascade\": \"merge\"", "\"cascade\": \"merge\", \"inverse\": \"User.posts\""),
                "inverse 'User.posts' is no relation that names this one as its inverse");
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining(message);
    }

    private Scenarios read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), text);
        return Scenarios.load(ScenarioSource.file(file));
    }
}
