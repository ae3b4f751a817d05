package io.github.cascadecontract.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeWordsTest {
    private final CascadeContract contract = GeneratedModel.of(Scenarios.builtIn().all().stream()
                    .filter(scenario -> scenario.id().equals("del.twice"))
                    .map(Scenario::model)
                    .findFirst()
                    .orElseThrow())
            .contract();

    @Test
    void the_librarys_own_errors_have_their_words_however_deep_they_are() {
        DetachedEntityException detached =
                new DetachedEntityException(new Refusal("Post", Rule.PER_4, "it is detached", "Merge it."));

        assertThat(word(new RollbackException(new PersistenceException(detached))))
                .isEqualTo("detached_entity");
    }

    @Test
    void the_errors_of_merge_have_their_words() {
        Refusal refusal = new Refusal("User.posts", Rule.MER_6, "it has another parent", "Adopt it.");

        assertThat(word(new ForeignChildException(refusal))).isEqualTo("foreign_child");
        assertThat(word(new StaleEntityException(refusal))).isEqualTo("stale_data");
    }

    @Test
    void a_commit_after_an_error_is_refused_in_the_words_of_jakarta_persistence() {
        RollbackException marked = new RollbackException("marked");

        assertThat(word(marked)).isEqualTo("pending_rollback");
        assertThat(word(new RollbackException(marked))).isEqualTo("pending_rollback");
    }

    @Test
    void what_the_database_said_decides() {
        assertThat(word(failed("23502"))).isEqualTo("integrity_violation:not_null");
        assertThat(word(failed("23503"))).isEqualTo("integrity_violation:foreign_key");
        assertThat(word(failed("23001"))).isEqualTo("integrity_violation:foreign_key");
        assertThat(word(failed("23505"))).isEqualTo("integrity_violation:unique");
    }

    @Test
    void anything_else_is_named_by_its_innermost_type() {
        assertThat(word(new PersistenceException(new IllegalStateException("no"))))
                .isEqualTo("other:IllegalStateException");
    }

    @Test
    void a_refused_contract_is_named_by_its_rule() {
        Refusal refusal = new Refusal("User.profile", Rule.DEC_6, "a fact", "A remedy.");

        assertThat(OutcomeWords.of(new InvalidContractException(List.of(refusal))))
                .isEqualTo("config:passive_on_many_to_one");
    }

    private static RuntimeException failed(String state) {
        return new PersistenceException(new SQLException("refused", state));
    }

    private String word(RuntimeException failure) {
        return OutcomeWords.of(failure, contract);
    }
}
