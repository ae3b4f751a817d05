package io.github.cascadecontract.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenValuesTest {
    private final GeneratedModel model = GeneratedModel.of(Scenarios.builtIn().all().stream()
            .filter(scenario -> scenario.id().equals("mg.three-levels"))
            .map(Scenario::model)
            .findFirst()
            .orElseThrow());
    private final EntityType user = model.type("User");
    private final EntityType post = model.type("Post");
    private final GivenValues given = new GivenValues(model);
    private final Object u = made(user);
    private final Object p = made(post);

    @Test
    void what_was_set_is_given_and_the_id_is_not_a_value() {
        given.set(u, "id");
        given.set(u, "name");

        assertThat(given.paths(u, user)).containsExactly("name");
    }

    @Test
    void values_of_members_are_given_below_their_relation() {
        hold(p);
        given.set(p, "id");
        given.set(p, "title");

        assertThat(given.paths(u, user)).containsExactly("posts.title");
    }

    @Test
    void members_with_nothing_but_an_id_are_given_as_such() {
        hold(p);
        given.set(p, "id");

        assertThat(given.paths(u, user)).containsExactly("posts.id");
    }

    @Test
    void an_empty_relation_is_given_as_a_whole() {
        hold();

        assertThat(given.paths(u, user)).containsExactly("posts");
    }

    @Test
    void the_other_side_of_a_pair_that_no_step_named_is_not_given() {
        hold(p);
        given.set(p, "title");
        post.set(p, "user", u);

        assertThat(given.paths(u, user)).containsExactly("posts.title");
    }

    private void hold(Object... posts) {
        given.set(u, "posts");
        user.set(u, "posts", new ArrayList<>(List.of(posts)));
    }

    private Object made(EntityType type) {
        Object object = type.create();
        given.made(object);
        return object;
    }
}
