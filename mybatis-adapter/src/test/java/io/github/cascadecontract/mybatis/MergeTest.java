package io.github.cascadecontract.mybatis;

import static io.github.cascadecontract.merge.MergeOption.adopt;
import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.mybatis.Blog.Comment;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.Profile;
import io.github.cascadecontract.mybatis.Blog.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules MER-1 to MER-6 as far as the adapter has a part in them. */
class MergeTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;
    private UnitOfWork work;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Blog.DDL);
        factory = UnitOfWorkFactory.open(Blog.CONTRACT, schema.dataSource());
        work = factory.begin();
    }

    @AfterEach
    void end() {
        work.close();
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void values_are_copied_to_the_managed_entity_and_the_given_one_stays_outside() {
        User given = user(1L, "anna", null);

        User managed = work.merge(given, only("name"));

        assertThat(managed).isNotSameAs(given).isSameAs(work.find(User.class, 1L));
        assertThat(managed.getName()).isEqualTo("anna");
        assertThat(work.contains(given)).isFalse();
        work.commit();
        assertThat(schema.column("SELECT name FROM users ORDER BY id")).containsExactly("anna", "bob");
    }

    @Test
    void an_unchanged_graph_sends_nothing_that_writes() {
        work.merge(
                user(1L, "ann", new ArrayList<>(List.of(post(11L, "a"), post(12L, "b")))), only("name", "posts.title"));
        work.commit();

        assertThat(schema.sent()).isNotEmpty().allMatch(statement -> statement.startsWith("SELECT"));
    }

    @Test
    void a_given_list_keeps_changes_adds_and_removes_children_and_the_collection_stays_the_same_object() {
        User ann = work.find(User.class, 1L);
        List<Post> posts = ann.getPosts();

        work.merge(user(1L, "ann", new ArrayList<>(List.of(post(12L, "B"), post(null, "new")))), only("posts"));

        assertThat(ann.getPosts()).isSameAs(posts).extracting(Post::getTitle).containsExactly("B", "new");
        assertThat(ann.getPosts()).allMatch(post -> post.getUser() == ann);
        work.commit();
        assertThat(schema.column("SELECT title FROM posts WHERE user_id = 1 ORDER BY id"))
                .containsExactly("B", "new");
        assertThat(schema.column("SELECT id FROM posts WHERE title = 'B'")).containsExactly("12");
    }

    @Test
    void a_list_that_cannot_be_changed_gives_way() {
        User ann = new User("dora");
        Post first = new Post("first");
        ann.setPosts(List.of(first));
        work.persist(ann);
        work.flush();

        work.merge(
                user(ann.getId(), "dora", List.of(post(first.getId(), "first"), post(null, "second"))), only("posts"));
        work.commit();

        assertThat(ann.getPosts()).extracting(Post::getTitle).containsExactly("first", "second");
        assertThat(schema.column("SELECT title FROM posts WHERE user_id > 100 ORDER BY id"))
                .containsExactly("first", "second");
    }

    @Test
    void a_list_that_is_not_given_is_neither_loaded_nor_changed() {
        work.merge(user(1L, "anna", null), only("name", "posts"));
        work.commit();

        assertThat(schema.sent()).doesNotContain("SELECT posts").contains("UPDATE users");
    }

    @Test
    void a_given_one_to_one_is_loaded_and_replaced() {
        User given = user(1L, "ann", null);
        given.setProfile(new Profile("new"));

        work.merge(given, only("profile"));
        work.commit();

        assertThat(schema.column("SELECT bio FROM profiles")).containsExactly("new");
    }

    @Test
    void a_new_graph_is_inserted_from_copies() {
        Post post = post(null, "first");
        post.getComments().add(new Comment("nice"));
        User given = user(null, "carl", new ArrayList<>(List.of(post)));

        User carl = work.merge(given);
        work.commit();

        assertThat(carl).isNotSameAs(given);
        assertThat(given.getId()).isNull();
        assertThat(schema.column(
                        "SELECT body FROM comments JOIN posts p ON post_id = p.id WHERE user_id = " + carl.getId()))
                .containsExactly("nice");
    }

    @Test
    void what_an_earlier_unit_of_work_found_is_merged_with_what_it_had_loaded() {
        User ann = work.find(User.class, 1L);
        assertThat(ann.getPosts()).hasSize(2);
        work.commit();
        ann.setName("anna");
        ann.getPosts().remove(0);
        schema.sent();

        factory.inTransaction(other -> {
            other.merge(ann);
        });

        assertThat(schema.sent()).doesNotContain("SELECT profiles");
        assertThat(schema.column("SELECT name FROM users WHERE id = 1")).containsExactly("anna");
        assertThat(schema.column("SELECT id FROM posts ORDER BY id")).containsExactly("12", "21");
        assertThat(schema.column("SELECT bio FROM profiles")).containsExactly("about ann");
    }

    @Test
    void a_child_of_another_parent_is_refused_unless_it_is_adopted() {
        assertThatThrownBy(() -> work.merge(user(1L, "ann", List.of(post(21L, "c"))), only("posts")))
                .isInstanceOf(ForeignChildException.class);
        work.close();

        factory.inTransaction(other -> {
            other.merge(user(1L, "ann", List.of(post(21L, "c"))), only("posts"), adopt());
        });
        assertThat(schema.column("SELECT id FROM posts WHERE user_id = 1")).containsExactly("21");
    }

    @Test
    void a_managed_entity_is_merged_onto_itself() {
        User ann = work.find(User.class, 1L);
        ann.setName("anna");

        assertThat(work.merge(ann)).isSameAs(ann);
        work.commit();

        assertThat(schema.column("SELECT name FROM users WHERE id = 1")).containsExactly("anna");
    }

    private static User user(Long id, String name, List<Post> posts) {
        User user = new User(name);
        user.setId(id);
        user.setPosts(posts);
        return user;
    }

    private static Post post(Long id, String title) {
        Post post = new Post(title);
        post.setId(id);
        return post;
    }
}
