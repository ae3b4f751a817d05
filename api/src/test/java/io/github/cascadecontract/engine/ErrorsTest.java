package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.ContradictoryReferenceException;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused, each before any statement: PER-2 to PER-5, ORP-8. */
class ErrorsTest {
    @Test
    void a_collection_without_persist_must_not_hold_a_new_entity() {
        Story story = rows(Blog.contract());
        story.find(User.class, 1).posts.add(post(19));

        refuses(story, UnsavedReferenceException.class, Rule.PER_2, "User.posts");
    }

    @Test
    void a_reference_without_persist_must_not_name_a_new_entity() {
        Story story = rows(Blog.contract());
        Post post = post(19);
        post.user = user(9);
        story.persist(post);

        refuses(story, UnsavedReferenceException.class, Rule.PER_2, "Post.user");
    }

    @Test
    void a_managed_entity_must_not_name_a_new_entity_that_was_removed() {
        Story story = rows(Blog.contract());
        User draft = user(9);
        story.persist(draft);
        story.find(Post.class, 10).user = draft;
        story.remove(draft);

        assertThat(story.flush()).contains("set Post#10 Post.user = NULL [REM-1]");

        Story oneSided = Story.of(
                        Garage.contract().relation(Garage.Motor.class, "cars", r -> r.passiveDeletes(Mode.ALL)))
                .row(Garage.Car.class, 1);
        Garage.Motor motor = Garage.motor(9);
        oneSided.persist(motor);
        oneSided.find(Garage.Car.class, 1).motor = motor;
        oneSided.remove(motor);
        refuses(oneSided, UnsavedReferenceException.class, Rule.PER_2, "Car.motor");
    }

    @Test
    void the_removed_parent_of_a_new_entity_is_no_reason_to_refuse() {
        Story story = rows(Blog.contract());
        User user = story.find(User.class, 1);
        user.posts.add(post(19));
        story.remove(user);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = NULL [REM-1]", "remove User#1 [REM-1]");
    }

    @Test
    void both_sides_must_not_name_two_parents() {
        Story story = rows(cascading());
        Post post = story.find(Post.class, 10);
        post.user = story.find(User.class, 2);
        story.find(User.class, 3).posts.add(post);

        refuses(story, ContradictoryReferenceException.class, Rule.PER_3, "User.posts");
    }

    @Test
    void two_collections_must_not_gain_the_same_child() {
        Story story = rows(cascading());
        Post post = story.find(Post.class, 10);
        story.find(User.class, 2).posts.add(post);
        story.find(User.class, 3).posts.add(post);

        refuses(story, ContradictoryReferenceException.class, Rule.PER_3, "User.posts");
    }

    @Test
    void a_new_child_must_not_name_another_parent_than_its_collection() {
        for (boolean persisted : new boolean[] {true, false}) {
            Story story = rows(cascading());
            Post post = post(19);
            post.user = story.find(User.class, 2);
            User first = story.find(User.class, 1);
            first.posts.add(post);
            if (persisted) story.persist(first);

            refuses(story, ContradictoryReferenceException.class, Rule.PER_3, "User.posts");
        }
    }

    @Test
    void persist_of_a_detached_entity_is_refused() {
        Story story = rows(cascading());
        Post post = story.find(Post.class, 10);
        story.newSession();

        assertThatThrownBy(() -> story.persist(post)).isInstanceOfSatisfying(DetachedEntityException.class, refused -> {
            assertThat(refused.rule()).contains(Rule.PER_4);
            assertThat(refused.where()).contains("Post");
        });
    }

    @Test
    void persist_of_a_detached_copy_of_a_managed_entity_is_refused() {
        Story story = rows(cascading());
        Post copy = story.find(Post.class, 10);
        story.newSession();
        story.find(Post.class, 10);

        assertThatThrownBy(() -> story.persist(copy)).isInstanceOf(DetachedEntityException.class);
    }

    @Test
    void persist_of_a_proxy_is_persist_of_its_entity() {
        Story story = rows(cascading());
        User proxy = story.find(Post.class, 10).user;

        assertThat(story.persist(proxy)).isEmpty();
        story.find(User.class, 1);
        assertThat(story.persist(proxy)).isEmpty();
    }

    @Test
    void a_collection_must_not_gain_a_detached_child() {
        Story story = rows(cascading());
        Post detached = story.find(Post.class, 10);
        story.newSession();
        story.find(User.class, 2).posts.add(detached);

        refuses(story, DetachedEntityException.class, Rule.PER_4, "User.posts");
    }

    @Test
    void a_reference_to_a_detached_entity_stands_for_its_row() {
        Story story = rows(cascading());
        User detached = story.find(User.class, 2);
        story.newSession();
        story.find(Post.class, 10).user = detached;

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Post#10 {user_id=2}");
    }

    @Test
    void null_in_a_collection_is_refused() {
        Story managed = rows(cascading());
        managed.find(User.class, 1).posts.add(null);
        refuses(managed, NullElementException.class, Rule.PER_5, "User.posts");

        Story fresh = Story.of(cascading());
        User user = user(1);
        user.posts.add(null);
        fresh.persist(user);
        refuses(fresh, NullElementException.class, Rule.PER_5, "User.posts");
    }

    @Test
    void an_entity_removed_by_an_earlier_flush_is_not_persisted_again() {
        Story story = rows(cascading());
        Post post = story.find(Post.class, 10);
        story.remove(post);
        story.flush();

        assertThatThrownBy(() -> story.persist(post))
                .isInstanceOfSatisfying(
                        RemovedEntityException.class,
                        refused -> assertThat(refused.rule()).contains(Rule.ORP_8));
    }

    @Test
    void an_entity_removed_by_an_earlier_flush_is_not_held_again() {
        Story collection = rows(cascading());
        Post post = collection.find(Post.class, 10);
        collection.find(User.class, 1).posts.remove(post);
        collection.flush();
        collection.find(User.class, 2).posts.add(post);
        refuses(collection, RemovedEntityException.class, Rule.ORP_8, "User.posts");

        Story reference = rows(cascading());
        User user = reference.find(User.class, 2);
        reference.remove(user);
        reference.flush();
        reference.find(Post.class, 10).user = user;
        refuses(reference, RemovedEntityException.class, Rule.ORP_8, "Post.user");
    }

    @Test
    void an_entity_whose_row_the_database_removed_is_not_used_again() {
        Story story = rows(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).passiveDeletes(Mode.ON)))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE);
        Post post = story.find(Post.class, 10);
        story.remove(story.find(User.class, 1));
        story.flush();

        assertThatThrownBy(() -> story.persist(post)).isInstanceOf(RemovedEntityException.class);
    }

    @Test
    void a_new_object_with_the_id_of_a_removed_one_is_welcome_and_lists_that_hold_the_old_one_are_not_its_concern() {
        Story story = rows(cascading());
        User user = story.find(User.class, 1);
        Post removed = user.posts.get(0);
        story.remove(removed);
        story.flush();
        Post successor = post(10);
        successor.user = story.find(User.class, 2);
        story.persist(successor);
        story.flush();

        user.posts.remove(removed);
        assertThat(story.flush()).isEmpty();
        assertThatThrownBy(() -> story.persist(removed)).isInstanceOf(RemovedEntityException.class);
        assertThat(story.rows()).contains("Post#10 {user_id=2}");
    }

    @Test
    void a_removed_child_that_still_stands_in_a_list_is_not_removed_again_with_its_parent() {
        Story story = rows(cascading());
        User user = story.find(User.class, 1);
        story.remove(user.posts.get(0));
        story.flush();
        story.remove(user);

        assertThat(story.flush()).containsExactly("remove User#1 [REM-1]");
    }

    @Test
    void a_list_may_be_tidied_up_after_its_children_were_removed() {
        Story story = rows(cascading());
        User user = story.find(User.class, 1);
        Post post = user.posts.get(0);
        story.remove(post);
        story.flush();
        user.posts.remove(post);

        assertThat(story.flush()).isEmpty();
    }

    private static void refuses(Story story, Class<? extends CascadeException> type, Rule rule, String where) {
        int sent = story.sent().size();
        assertThatExceptionOfType(type).isThrownBy(story::flush).satisfies(refused -> {
            assertThat(refused.rule()).contains(rule);
            assertThat(refused.where()).contains(where);
            assertThat(refused.getMessage()).contains(where, rule.id());
        });
        assertThat(story.sent()).hasSize(sent);
    }

    private static ContractBuilder cascading() {
        return Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval())
                .relation(Post.class, "user", r -> r.cascade(PERSIST));
    }

    private static Story rows(ContractBuilder contract) {
        Story story = Story.of(contract);
        List.of(1, 2, 3).forEach(id -> story.row(User.class, id));
        return story.row(Post.class, 10, "user_id", 1);
    }
}
