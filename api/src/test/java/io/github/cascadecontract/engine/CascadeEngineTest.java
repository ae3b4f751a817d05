package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import org.junit.jupiter.api.Test;

/** What the engine remembers between calls, and that planning changes nothing. */
class CascadeEngineTest {
    @Test
    void planning_twice_gives_the_same_plan_and_changes_nothing() {
        Story story = story();
        User user = story.find(User.class, 1);
        user.posts.remove(0);
        user.posts.add(Blog.post(19));
        story.remove(story.find(User.class, 2));

        assertThat(story.plan()).isEqualTo(story.plan()).isNotEmpty();
        assertThat(story.sent()).isEmpty();
        assertThat(story.contains(user)).isTrue();
    }

    @Test
    void an_entity_that_is_marked_for_removal_is_not_found_and_not_contained() {
        Story story = story();
        User user = story.find(User.class, 1);
        story.remove(user);

        assertThat(story.contains(user)).isFalse();
        assertThat(story.find(User.class, 1)).isNull();
    }

    @Test
    void a_detached_entity_is_no_longer_marked_for_removal() {
        Story story = story();
        User user = story.find(User.class, 1);
        story.remove(user);
        story.detach(user);

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("User#1");
    }

    @Test
    void a_change_that_was_made_before_its_owner_was_detached_is_forgotten() {
        Story story = story();
        User user = story.find(User.class, 1);
        user.posts.remove(0);
        story.detach(user);

        assertThat(story.flush()).isEmpty();
    }

    @Test
    void every_step_tells_the_rule_the_relation_and_the_entity_that_caused_it() {
        Story story = story();
        User user = story.find(User.class, 1);
        story.remove(user);

        Step.Remove removed = (Step.Remove) story.bigPlan().steps().get(0);

        assertThat(removed.entity()).isInstanceOf(Post.class);
        assertThat(removed.because().origin()).isSameAs(user);
        assertThat(removed.because()).hasToString("REM-1 over User.posts");
    }

    @Test
    void a_plan_is_immutable() {
        FlushPlan plan = story().bigPlan();

        assertThat(plan.isEmpty()).isTrue();
        assertThatThrownBy(() -> plan.steps().add(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_flush_without_any_change_loads_nothing() {
        Story story = story();
        story.find(User.class, 1);
        story.load(story.find(User.class, 2), "posts");
        story.find(Post.class, 10);

        assertThat(story.flush()).isEmpty();
        assertThat(story.selects()).isEmpty();
        assertThat(story.sent()).isEmpty();
    }

    private static Story story() {
        return Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval()))
                .row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Post.class, 12, "user_id", 2);
    }
}
