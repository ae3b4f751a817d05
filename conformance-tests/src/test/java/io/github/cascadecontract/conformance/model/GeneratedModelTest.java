package io.github.cascadecontract.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.junit.jupiter.api.Test;

class GeneratedModelTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void classes_are_entities_as_an_application_writes_them() throws NoSuchMethodException {
        Class<?> user = model("del.twice").type("User").type();

        assertThat(user.getSimpleName()).isEqualTo("User");
        assertThat(user).hasAnnotation(Entity.class);
        assertThat(user.getAnnotation(Table.class).name()).isEqualTo("users");
        assertThat(Modifier.isPublic(user.getConstructor().getModifiers())).isTrue();
        assertThat(Modifier.isFinal(user.getModifiers())).isFalse();
        assertThat(user.getMethod("getEmail").getReturnType()).isEqualTo(String.class);
    }

    @Test
    void hibernate_enhances_them_and_leaves_both_sides_of_a_pair_to_the_caller() {
        GeneratedModel model = model("del.twice", Bytecode.ENHANCED);
        EntityType user = model.type("User");
        Object parent = user.create();
        Object child = model.type("Post").create();

        user.set(parent, "posts", new ArrayList<>(List.of(child)));

        assertThat(PersistentAttributeInterceptable.class).isAssignableFrom(user.type());
        assertThat(user.get(parent, "posts")).isEqualTo(List.of(child));
        assertThat(model.type("Post").get(child, "user")).isNull();
    }

    @Test
    void eclipselink_weaves_them() {
        EntityType post = model("del.twice", Bytecode.WOVEN).type("Post");

        assertThat(post.type().getInterfaces())
                .extracting(Class::getSimpleName)
                .contains("PersistenceWeaved", "PersistenceWeavedLazy", "PersistenceWeavedChangeTracking");
        Object object = post.create();
        post.set(object, "title", "n");
        assertThat(post.get(object, "title")).isEqualTo("n");
    }

    private static GeneratedModel model(String scenario, Bytecode bytecode) {
        return GeneratedModel.of(model(scenario).settings(), bytecode);
    }

    @Test
    void a_collection_is_a_list_of_its_target_and_left_null() throws NoSuchFieldException {
        EntityType user = model("del.twice").type("User");

        assertThat(user.type().getDeclaredField("posts").getGenericType().getTypeName())
                .isEqualTo("java.util.List<" + user.type().getPackageName() + ".Post>");
        assertThat(user.get(user.create(), "posts")).isNull();
    }

    @Test
    void a_pair_has_mapped_by_and_a_join_column() {
        GeneratedModel model = model("matrix.o2m.delete.pd-true.notnull.cascade.unloaded");

        OneToMany posts = annotation(model, "User", "posts", OneToMany.class);
        assertThat(posts.mappedBy()).isEqualTo("user");
        assertThat(posts.fetch()).isEqualTo(FetchType.LAZY);
        assertThat(posts.orphanRemoval()).isFalse();
        assertThat(posts.cascade()).contains(CascadeType.REMOVE);
        assertThat(annotation(model, "User", "posts", PassiveDeletes.class).value())
                .isEqualTo(PassiveDeletes.Mode.ON);
        assertThat(annotation(model, "Post", "user", ManyToOne.class).cascade())
                .containsExactly(CascadeType.PERSIST, CascadeType.MERGE);
        assertThat(annotation(model, "Post", "user", JoinColumn.class).name()).isEqualTo("user_id");
        assertThat(annotation(model, "Post", "user", JoinColumn.class).nullable())
                .isFalse();
        assertThat(annotation(model, "Post", "user", OnDelete.class).value()).isEqualTo(ReferentialAction.CASCADE);
    }

    @Test
    void a_collection_without_inverse_has_the_join_column_itself() {
        GeneratedModel model = model("do.move.nobackref-both");

        OneToMany posts = annotation(model, "User", "posts", OneToMany.class);
        assertThat(posts.mappedBy()).isEmpty();
        assertThat(posts.orphanRemoval()).isTrue();
        assertThat(annotation(model, "User", "posts", JoinColumn.class).name()).isEqualTo("user_id");
        assertThat(annotation(model, "User", "posts", OnDelete.class).value()).isEqualTo(ReferentialAction.NO_ACTION);
    }

    @Test
    void both_ends_of_a_one_to_one_are_one_to_one() {
        GeneratedModel model = model("oo.move");

        assertThat(annotation(model, "User", "profile", OneToOne.class).mappedBy())
                .isEqualTo("user");
        assertThat(annotation(model, "Profile", "user", OneToOne.class).mappedBy())
                .isEmpty();
        assertThat(annotation(model, "Profile", "user", JoinColumn.class).unique())
                .isTrue();
    }

    @Test
    void a_single_parent_is_said_by_our_annotation() {
        GeneratedModel model = model("mo.orphan.delete-owner");

        assertThat(annotation(model, "User", "profile", ManyToOne.class).fetch())
                .isEqualTo(FetchType.LAZY);
        assertThat(annotation(model, "User", "profile", SingleParent.class).orphanRemoval())
                .isTrue();
    }

    @Test
    void the_first_half_of_a_many_to_many_owns_the_link_table() {
        GeneratedModel model = model("su.m2m");

        JoinTable link = annotation(model, "Post", "tags", JoinTable.class);
        assertThat(link.name()).isEqualTo("post_tags");
        assertThat(link.joinColumns()[0].name()).isEqualTo("post_id");
        assertThat(link.inverseJoinColumns()[0].name()).isEqualTo("tag_id");
        assertThat(annotation(model, "Tag", "posts", ManyToMany.class).mappedBy())
                .isEqualTo("tags");
    }

    @Test
    void ids_are_generated_or_assigned() {
        assertThat(annotation(model("del.twice"), "User", "id", GeneratedValue.class)
                        .strategy())
                .isEqualTo(GenerationType.IDENTITY);
        List<Annotation> assigned = annotations(model("su.o2o"), "User", "id");
        assertThat(assigned).singleElement().isInstanceOf(Id.class);
    }

    @Test
    void each_model_has_a_package_and_a_class_loader_of_its_own() {
        Class<?> one = model("del.twice").type("User").type();
        Class<?> other = model("del.twice").type("User").type();

        assertThat(one).isNotEqualTo(other);
        assertThat(one.getName()).isNotEqualTo(other.getName());
    }

    @Test
    void every_scenario_that_is_run_gives_a_contract_or_a_refusal_with_a_rule() {
        assertThat(model("gr.full.orm").contract().entities()).hasSize(6);
    }

    private static <A extends Annotation> A annotation(
            GeneratedModel model, String entity, String attribute, Class<A> type) {
        return annotations(model, entity, attribute).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("%s.%s has no @%s".formatted(entity, attribute, type.getSimpleName())));
    }

    private static List<Annotation> annotations(GeneratedModel model, String entity, String attribute) {
        try {
            return Arrays.asList(
                    model.type(entity).type().getDeclaredField(attribute).getAnnotations());
        } catch (NoSuchFieldException missing) {
            throw new AssertionError(missing);
        }
    }

    private static GeneratedModel model(String id) {
        return Objects.requireNonNull(
                SCENARIOS.all().stream()
                        .filter(scenario -> scenario.id().equals(id))
                        .map(Scenario::model)
                        .map(GeneratedModel::of)
                        .findFirst()
                        .orElse(null),
                id);
    }
}
