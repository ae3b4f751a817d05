package io.github.cascadecontract.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairsTest {
    private final GeneratedModel model = GeneratedModel.of(Scenarios.builtIn().all().stream()
            .filter(scenario -> scenario.id().equals("gr.insert-order"))
            .map(Scenario::model)
            .findFirst()
            .orElseThrow());
    private final EntityType user = model.type("User");
    private final EntityType post = model.type("Post");
    private final EntityType profile = model.type("Profile");
    private final RelationSetting posts = relation(user, "posts");
    private final RelationSetting owner = relation(post, "user");
    private final Set<String> unloaded = new HashSet<>();
    private final Set<Object> made = new HashSet<>();
    private final Object u = entity(user, 1);
    private final Object v = entity(user, 2);
    private final Object p = entity(post, 1);
    private final Pairs pairs = pairs(PairWriting.BOTH_SIDES);

    PairsTest() {
        user.set(u, "posts", new ArrayList<>(List.of(p)));
        post.set(p, "user", u);
        user.set(v, "posts", new ArrayList<>());
    }

    @Test
    void append_moves_the_child_from_the_old_parents_loaded_collection() {
        pairs.append(v, posts, p);

        assertThat(list(v)).containsExactly(p);
        assertThat(list(u)).isEmpty();
        assertThat(post.get(p, "user")).isSameAs(v);
    }

    @Test
    void append_leaves_a_collection_that_is_not_loaded_alone() {
        unloaded.add("posts");

        pairs.append(v, posts, p);

        assertThat(list(u)).containsExactly(p);
        assertThat(post.get(p, "user")).isSameAs(v);
    }

    @Test
    void append_makes_a_collection_where_there_is_none() {
        Object w = entity(user, 3);

        pairs.append(w, posts, entity(post, 9));

        assertThat(list(w)).hasSize(1);
    }

    @Test
    void remove_clears_a_back_reference_only_while_it_names_that_parent() {
        pairs.remove(u, posts, p);
        assertThat(post.get(p, "user")).isNull();

        post.set(p, "user", v);
        pairs.remove(u, posts, p);
        assertThat(post.get(p, "user")).isSameAs(v);
    }

    @Test
    void a_reference_takes_the_child_out_of_the_old_collection_and_into_the_new_one() {
        pairs.reference(p, owner, v);

        assertThat(list(u)).isEmpty();
        assertThat(list(v)).containsExactly(p);
    }

    @Test
    void a_reference_never_adds_a_new_entity_to_a_collection() {
        Object n = entity(post, 9);
        made.add(n);

        pairs.reference(n, owner, v);

        assertThat(list(v)).isEmpty();
        assertThat(post.get(n, "user")).isSameAs(v);
    }

    @Test
    void an_assigned_collection_releases_what_it_does_not_hold() {
        Object n = entity(post, 9);

        pairs.assign(u, posts, List.of(n));

        assertThat(list(u)).containsExactly(n);
        assertThat(post.get(p, "user")).isNull();
        assertThat(post.get(n, "user")).isSameAs(u);
    }

    @Test
    void a_replaced_one_to_one_releases_the_old_and_takes_the_new_from_its_parent() {
        Object old = entity(profile, 1);
        Object taken = entity(profile, 2);
        connect(u, old);
        connect(v, taken);

        pairs.reference(u, relation(user, "profile"), taken);

        assertThat(profile.get(old, "user")).isNull();
        assertThat(profile.get(taken, "user")).isSameAs(u);
        assertThat(user.get(v, "profile")).isNull();
    }

    @Test
    void with_one_side_only_the_named_side_changes() {
        pairs(PairWriting.NAMED_SIDE).append(v, posts, p);

        assertThat(list(u)).containsExactly(p);
        assertThat(post.get(p, "user")).isSameAs(u);
    }

    private void connect(Object owning, Object target) {
        user.set(owning, "profile", target);
        profile.set(target, "user", owning);
    }

    private List<Object> list(Object entity) {
        return new ArrayList<>((List<?>) user.get(entity, "posts"));
    }

    private static Object entity(EntityType type, int id) {
        Object entity = type.create();
        type.set(entity, "id", id);
        return entity;
    }

    private static RelationSetting relation(EntityType type, String attribute) {
        return type.relation(attribute).orElseThrow();
    }

    private Pairs pairs(PairWriting writing) {
        return new Pairs(model, new Known(), writing);
    }

    private final class Known implements LoadedCheck {
        @Override
        public boolean isLoaded(Object entity, String attribute) {
            return !unloaded.contains(attribute);
        }

        @Override
        public boolean isNew(Object entity) {
            return made.contains(entity);
        }
    }
}
