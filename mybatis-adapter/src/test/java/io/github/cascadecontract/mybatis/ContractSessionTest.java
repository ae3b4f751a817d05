package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.mybatis.Blog.Comment;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.Profile;
import io.github.cascadecontract.mybatis.Blog.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractSessionTest {
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
    void finds_an_entity_without_loading_what_is_in_other_rows() {
        User ann = work.find(User.class, 1L);

        assertThat(ann.getName()).isEqualTo("ann");
        assertThat(schema.sent()).containsExactly("SELECT users");
        assertThat(work.isLoaded(ann, "posts")).isFalse();
        assertThat(work.isLoaded(ann, "profile")).isFalse();
        assertThat(work.find(User.class, 99L)).isNull();
    }

    @Test
    void one_row_has_one_instance() {
        Post post = work.find(Post.class, 11L);
        User reference = post.getUser();
        assertThat(work.isLoaded(post, "user")).isFalse();

        User ann = work.find(User.class, 1L);

        assertThat(ann).isSameAs(reference);
        assertThat(work.isLoaded(post, "user")).isTrue();
        assertThat(ann.getPosts()).contains(post).hasSize(2);
        assertThat(ann.getProfile().getUser()).isSameAs(ann);
    }

    @Test
    void a_reference_knows_its_id_and_loads_on_use() {
        Post post = work.find(Post.class, 11L);
        schema.sent();

        assertThat(post.getUser().getId()).isEqualTo(1L);
        assertThat(schema.sent()).isEmpty();
        assertThat(post.getUser().getName()).isEqualTo("ann");
        assertThat(schema.sent()).containsExactly("SELECT users");
    }

    @Test
    void an_inverse_one_to_one_loads_when_it_is_asked_for_also_by_a_method_that_looks_at_the_field() {
        assertThat(work.find(User.class, 1L).introducesItself()).isTrue();
        assertThat(work.find(User.class, 2L).getProfile()).isNull();
        assertThat(work.isLoaded(work.find(User.class, 2L), "profile")).isTrue();
    }

    @Test
    void persists_a_graph_set_wise_with_ids_known_before_the_inserts() {
        User carl = new User("carl");
        for (int i = 0; i < 3; i++) {
            Post post = new Post("t" + i);
            post.getComments().add(new Comment("c" + i));
            carl.getPosts().add(post);
        }
        carl.setProfile(new Profile("about carl"));

        work.persist(carl);
        work.commit();

        assertThat(carl.getId()).isEqualTo(101L);
        assertThat(schema.sent())
                .containsExactlyInAnyOrder(
                        "SELECT nextval",
                        "SELECT nextval",
                        "SELECT nextval",
                        "SELECT nextval",
                        "INSERT users",
                        "INSERT profiles",
                        "INSERT posts",
                        "INSERT comments");
        assertThat(schema.column("SELECT title FROM posts WHERE user_id = 101 ORDER BY 1"))
                .containsExactly("t0", "t1", "t2");
        assertThat(schema.column("SELECT count(*) FROM comments JOIN posts ON post_id = posts.id WHERE user_id = 101"))
                .containsExactly("3");
    }

    @Test
    void a_pending_entity_that_changes_before_the_flush_is_one_insert() {
        User carl = new User("carl");
        work.persist(carl);
        carl.setName("karl");
        work.commit();

        assertThat(schema.sent()).containsExactly("SELECT nextval", "INSERT users");
        assertThat(schema.column("SELECT name FROM users WHERE id > 100")).containsExactly("karl");
    }

    @Test
    void a_new_child_that_was_removed_does_not_come_back_at_the_next_flush() {
        List<Post> posts = work.find(User.class, 1L).getPosts();
        int before = posts.size();
        Post post = new Post("never");
        posts.add(post);
        work.remove(post);
        work.flush();
        schema.sent();

        work.flush();

        assertThat(posts).hasSize(before + 1);
        assertThat(schema.sent()).isEmpty();
        assertThat(work.contains(post)).isFalse();
    }

    @Test
    void changed_columns_of_several_rows_are_one_update() {
        List<Post> posts = work.find(User.class, 1L).getPosts();
        posts.forEach(post -> post.setTitle("new " + post.getTitle()));
        schema.sent();

        work.flush();
        work.flush();

        assertThat(schema.sentInFull()).hasSize(1).first().asString().doesNotContain("user_id");
        work.commit();
        assertThat(schema.column("SELECT title FROM posts ORDER BY id")).containsExactly("new a", "new b", "c");
    }

    @Test
    void a_removed_parent_leaves_unloaded_children_to_the_database() {
        work.remove(work.find(User.class, 2L));
        work.commit();

        assertThat(schema.sent()).containsExactly("SELECT users", "SELECT profiles", "DELETE users");
        assertThat(schema.column("SELECT id FROM posts ORDER BY 1")).containsExactly("11", "12");
    }

    @Test
    void a_removed_parent_takes_loaded_children_along_children_first() {
        User ann = work.find(User.class, 1L);
        assertThat(ann.getPosts()).hasSize(2);
        schema.sent();

        work.remove(ann);
        work.commit();

        assertThat(schema.sent())
                .containsSubsequence("DELETE comments", "DELETE posts", "DELETE users")
                .filteredOn(statement -> statement.startsWith("DELETE"))
                .hasSize(4);
        assertThat(schema.column("SELECT id FROM users")).containsExactly("2");
    }

    @Test
    void a_child_taken_out_is_removed() {
        User ann = work.find(User.class, 1L);
        Post first = ann.getPosts().remove(0);
        work.flush();

        assertThat(work.contains(first)).isFalse();
        assertThat(work.find(Post.class, first.getId())).isNull();
        work.commit();
        assertThat(schema.column("SELECT id FROM posts ORDER BY 1")).containsExactly("12", "21");
    }

    @Test
    void a_child_is_moved_by_one_update_whichever_list_was_loaded_first() {
        User bob = work.find(User.class, 2L);
        assertThat(bob.getPosts()).hasSize(1);
        Post post = work.find(User.class, 1L).getPosts().remove(0);
        bob.getPosts().add(post);
        schema.sent();

        work.commit();

        assertThat(schema.sent()).containsExactly("UPDATE posts");
        assertThat(post.getUser()).isSameAs(bob);
        assertThat(schema.column("SELECT id FROM posts WHERE user_id = 2 ORDER BY 1"))
                .containsExactly("11", "21");
    }

    @Test
    void adding_to_a_list_that_is_not_loaded_does_not_load_it() {
        User ann = work.find(User.class, 1L);
        schema.sent();
        ann.getPosts().add(new Post("queued"));
        work.flush();

        assertThat(schema.sent()).containsExactly("SELECT nextval", "INSERT posts");
        assertThat(work.isLoaded(ann, "posts")).isFalse();
        assertThat(ann.getPosts()).extracting(Post::getTitle).containsExactlyInAnyOrder("a", "b", "queued");
    }

    @Test
    void loading_a_list_does_not_flush() {
        User ann = work.find(User.class, 1L);
        ann.setName("anna");
        Post queued = new Post("queued");
        ann.getPosts().add(queued);
        schema.sent();

        assertThat(ann.getPosts()).hasSize(3).contains(queued);

        assertThat(schema.sent()).containsExactly("SELECT posts");
    }

    @Test
    void a_list_that_replaces_an_unloaded_one_lets_go_of_what_was_there() {
        User ann = work.find(User.class, 1L);
        ann.setPosts(new ArrayList<>(List.of(new Post("only"))));
        work.commit();

        assertThat(schema.column("SELECT title FROM posts WHERE user_id = 1")).containsExactly("only");
    }

    @Test
    void a_replaced_one_to_one_gives_way_before_the_new_row_comes() {
        User ann = work.find(User.class, 1L);
        schema.sent();
        ann.setProfile(new Profile("new"));
        assertThat(schema.sent()).isEmpty();

        work.commit();

        assertThat(schema.sent())
                .containsExactly("SELECT profiles", "DELETE profiles", "SELECT nextval", "INSERT profiles");
        assertThat(schema.column("SELECT bio FROM profiles")).containsExactly("new");
    }

    @Test
    void an_unloaded_one_to_one_that_is_set_to_null_is_an_orphan() {
        work.find(User.class, 1L).setProfile(null);
        work.commit();

        assertThat(schema.column("SELECT count(*) FROM profiles")).containsExactly("0");
    }

    @Test
    void a_child_without_parent_fails_at_flush() {
        work.persist(new Post("nobody's"));

        assertThatThrownBy(work::flush).isInstanceOfSatisfying(IntegrityViolationException.class, violation -> {
            assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.NOT_NULL);
            assertThat(violation.table()).contains("posts");
        });
    }

    @Test
    void a_pending_child_taken_out_again_is_never_written() {
        User ann = work.find(User.class, 1L);
        Post post = new Post("short-lived");
        ann.getPosts().add(post);
        work.persist(ann);
        ann.getPosts().remove(post);
        work.commit();

        assertThat(schema.column("SELECT count(*) FROM posts")).containsExactly("3");
    }

    @Test
    void persist_cancels_a_removal() {
        User ann = work.find(User.class, 1L);
        work.remove(ann);
        assertThat(work.contains(ann)).isFalse();
        assertThat(work.find(User.class, 1L)).isNull();

        work.persist(ann);
        work.commit();

        assertThat(schema.column("SELECT count(*) FROM users")).containsExactly("2");
    }

    @Test
    void what_the_database_removed_is_no_longer_managed() {
        Post post = work.find(Post.class, 21L);
        User bob = work.find(User.class, 2L);
        work.remove(bob);
        work.flush();

        assertThat(work.contains(post)).isFalse();
        assertThat(work.find(Post.class, 21L)).isNull();
    }

    @Test
    void a_detached_entity_is_removed_with_what_it_has_loaded_and_without_a_select() {
        User ann = work.find(User.class, 1L);
        assertThat(ann.getPosts()).hasSize(2);
        assertThat(ann.getProfile()).isNotNull();
        work.commit();
        schema.sent();

        factory.inTransaction(other -> other.remove(ann));

        assertThat(schema.sent()).doesNotContain("SELECT users", "SELECT posts").contains("DELETE posts");
    }

    @Test
    void a_detached_entity_is_not_persisted() {
        User ann = work.find(User.class, 1L);
        work.detach(ann);

        assertThat(work.contains(ann)).isFalse();
        assertThatThrownBy(() -> work.persist(ann)).isInstanceOf(DetachedEntityException.class);
    }

    @Test
    void a_generated_id_tells_that_an_entity_had_a_row_also_when_the_row_is_gone() {
        User bob = work.find(User.class, 2L);
        Post post = work.find(Post.class, 11L);
        work.remove(bob);
        work.remove(post);
        work.commit();

        for (Object gone : List.of(bob, post)) {
            assertThatThrownBy(() -> factory.inTransaction(other -> other.persist(gone)))
                    .isInstanceOf(DetachedEntityException.class);
            factory.inTransaction(other -> {
                other.remove(gone);
                other.flush();
                assertThat(other.contains(gone)).isFalse();
            });
        }
        assertThat(schema.column("SELECT id FROM users")).containsExactly("1");
    }

    @Test
    void rollback_detaches_everything() {
        User ann = work.find(User.class, 1L);
        ann.setName("changed");
        work.flush();
        work.rollback();

        assertThat(work.contains(ann)).isFalse();
        assertThat(schema.column("SELECT name FROM users WHERE id = 1")).containsExactly("ann");
    }

    @Test
    void what_was_not_loaded_in_time_says_so() {
        User ann = work.find(User.class, 1L);
        Post post = work.find(Post.class, 21L);
        work.commit();

        assertThatThrownBy(() -> ann.getPosts().size())
                .isInstanceOf(UnitOfWorkStateException.class)
                .hasMessageContaining("User.posts");
        assertThatThrownBy(ann::getProfile).hasMessageContaining("User.profile");
        assertThatThrownBy(() -> post.getUser().getName()).hasMessageContaining("User is not loaded");
        assertThat(post.getUser().getId()).isEqualTo(2L);
    }

    @Test
    void an_update_of_a_row_that_is_gone_is_stale_and_a_delete_is_not() {
        Post post = work.find(Post.class, 21L);
        schema.execute("DELETE FROM posts WHERE id = 21");
        post.setTitle("too late");
        assertThatThrownBy(work::flush).isInstanceOf(StaleEntityException.class).hasMessageContaining("Post");
        work.close();

        factory.inTransaction(other -> {
            Post another = other.find(Post.class, 12L);
            schema.execute("DELETE FROM posts WHERE id = 12");
            other.remove(another);
        });
        assertThat(schema.column("SELECT id FROM posts")).containsExactly("11");
    }
}
