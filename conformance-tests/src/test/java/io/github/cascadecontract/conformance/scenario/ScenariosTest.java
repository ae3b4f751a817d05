package io.github.cascadecontract.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.mapping.RelationKind;
import jakarta.persistence.CascadeType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void has_all_recorded_scenarios_in_order() {
        assertThat(SCENARIOS.all()).hasSize(584);
        assertThat(SCENARIOS.all().get(0).id()).isEqualTo("matrix.o2m.none.pd-false.notnull.no-action.unloaded");
    }

    @Test
    void reads_keys_relations_and_steps() {
        Scenario scenario = scenario("matrix.o2o.none.pd-all.notnull.set-default.loaded");

        assertThat(scenario.model().tables()).containsExactly("profiles", "users");
        assertThat(scenario.model().foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("profiles.user_id");
            assertThat(key.constraints().byDefault()).isEqualTo(2);
            assertThat(key.constraints().nullable()).isFalse();
        });
        assertThat(scenario.steps())
                .containsExactly(
                        new ScenarioStep.Get("u", "User", 1L),
                        new ScenarioStep.Load("u", "profile"),
                        new ScenarioStep.Delete("u"),
                        new ScenarioStep.Whole(Operation.COMMIT));
    }

    @Test
    void a_many_to_one_whose_inverse_is_a_one_to_one_is_an_owning_one_to_one() {
        ModelSettings model = scenario("oo.move").model();

        RelationSetting owning = model.relation("Profile", "user").orElseThrow();
        RelationSetting inverse = model.relation("User", "profile").orElseThrow();
        assertThat(owning.kind()).isEqualTo(RelationKind.ONE_TO_ONE);
        assertThat(owning.holdsKey()).isTrue();
        assertThat(inverse.isInverseOneToOne()).isTrue();
        assertThat(model.inverseOf(owning)).contains(inverse);
    }

    @Test
    void translates_cascade_words() {
        RelationSetting posts =
                scenario("do.move.append").model().relation("User", "posts").orElseThrow();

        assertThat(posts.cascade())
                .containsExactlyInAnyOrder(
                        CascadeType.PERSIST,
                        CascadeType.MERGE,
                        CascadeType.REMOVE,
                        CascadeType.REFRESH,
                        CascadeType.DETACH);
        assertThat(posts.orphans()).isEqualTo(RelationSetting.Orphans.REMOVED);
    }

    @Test
    void ids_are_generated_unless_every_new_object_has_one() {
        assertThat(scenario("su.generated-ids").model().generatedIds()).containsExactlyInAnyOrder("User", "Post");
        assertThat(scenario("do.assign-mixed").model().generatedIds()).containsExactly("User");
        assertThat(scenario("del.twice").model().generatedIds()).containsExactlyInAnyOrder("User", "Post");
    }

    @Test
    void removed_rows_are_those_affected_and_not_those_asked_for() {
        assertThat(scenario("del.child-row-gone").recorded().client())
                .containsEntry("posts", new Expectation.ClientRows(0, 0, 1));
    }

    @Test
    void nothing_is_counted_where_a_rollback_makes_it_meaningless() {
        assertThat(scenario("tr.move-branch-below-itself").recorded().client()).isNull();
    }

    @Test
    void what_remove_and_commit_read_must_be_read_and_what_an_assignment_read_may_be() {
        assertThat(loading("gr.audit.null").must()).containsExactlyInAnyOrder("posts", "audit_entries");
        assertThat(loading("do.assign-empty")).isEqualTo(new Expectation.Loading(Set.of(), Set.of("posts")));
        assertThat(loading("gr.full.orm").may()).containsExactlyInAnyOrder("post_tags", "tags");
        assertThat(loading("del.expired-parent")).isEqualTo(new Expectation.Loading(Set.of(), Set.of("users")));
    }

    @Test
    void knows_decisions_and_twins() {
        Decision decision = SCENARIOS.decisions().about("su.identity-conflict").orElseThrow();

        assertThat(decision.rules()).isEqualTo("PER-4, K16");
        assertThat(decision.expectation())
                .isNotNull()
                .extracting(Expectation::failedAtStep)
                .isEqualTo("3");
        assertThat(SCENARIOS.decisions().about("su.viewonly").orElseThrow().isPortable())
                .isFalse();
        assertThat(SCENARIOS.decisions().notCompared("su.append-loads")).containsExactly("unloaded(u)");
        assertThat(SCENARIOS.loadedTwin(scenario("matrix.o2o.none.pd-all.null.cascade.unloaded")))
                .contains(scenario("matrix.o2o.none.pd-all.null.cascade.loaded"));
        assertThat(SCENARIOS.loadedTwin(scenario("oo.move"))).isEmpty();
    }

    @Test
    void scenarios_of_equal_settings_share_a_model() {
        List<ModelSettings> models =
                SCENARIOS.all().stream().map(Scenario::model).distinct().toList();

        assertThat(models).hasSizeBetween(150, 260);
    }

    private static Expectation.Loading loading(String id) {
        return java.util.Objects.requireNonNull(scenario(id).recorded().loading());
    }

    private static Scenario scenario(String id) {
        return SCENARIOS.all().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
