package io.github.cascadecontract.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
    @Test
    void a_questioned_scenario_has_a_proposal() {
        OpenQuestions questions = OpenQuestions.parse("""
                {"questions": [{"scenarios": ["del.twice"], "when": "always", "proposal": "REM-4 should say so"}]}""");

        assertThat(questions.about("del.twice"))
                .contains(new OpenQuestions.Question(OpenQuestions.Condition.ALWAYS, "REM-4 should say so"));
        assertThat(questions.about("del.transient")).isEmpty();
    }

    @Test
    void a_question_without_a_proposal_is_refused() {
        assertThatThrownBy(() -> OpenQuestions.parse("""
                        {"questions": [{"scenarios": ["del.twice"], "when": "always"}]}"""))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("'proposal' is missing");
    }

    @Test
    void an_unknown_condition_is_refused() {
        assertThatThrownBy(() -> OpenQuestions.parse("""
                        {"questions": [{"scenarios": [], "when": "sometimes", "proposal": "none"}]}"""))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("'when' is no condition: sometimes");
    }

    @Test
    void every_question_of_the_suite_is_about_a_scenario() {
        Scenarios scenarios = Scenarios.builtIn();

        assertThat(OpenQuestions.load().scenarios())
                .isSubsetOf(scenarios.all().stream().map(Scenario::id).toList());
    }
}
