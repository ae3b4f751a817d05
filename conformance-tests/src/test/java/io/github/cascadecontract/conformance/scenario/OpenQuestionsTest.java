package io.github.cascadecontract.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
    @Test
    void a_questioned_scenario_has_a_proposal() {
        OpenQuestions questions = OpenQuestions.parse(
                "{\"questions\": [{\"scenario\": \"del.twice\", \"proposal\": \"REM-4 should say so\"}]}");

        assertThat(questions.about("del.twice")).contains("REM-4 should say so");
        assertThat(questions.about("del.transient")).isEmpty();
    }

    @Test
    void a_question_without_a_proposal_is_refused() {
        assertThatThrownBy(() -> OpenQuestions.parse("{\"questions\": [{\"scenario\": \"del.twice\"}]}"))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("'proposal' is missing");
    }

    @Test
    void every_question_of_the_suite_is_about_a_scenario() {
        Scenarios scenarios = Scenarios.builtIn();

        assertThat(OpenQuestions.load().scenarios())
                .isSubsetOf(scenarios.all().stream().map(Scenario::id).toList());
    }
}
