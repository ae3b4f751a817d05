package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.Profile;
import io.github.cascadecontract.mybatis.Blog.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules REF-1 and DET-1. */
class RefreshTest {
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
    void rereads_the_row_and_forgets_changes() {
        User ann = work.find(User.class, 1L);
        ann.setName("forgotten");
        schema.execute("UPDATE users SET name = 'changed' WHERE id = 1");
        schema.sent();

        work.refresh(ann);

        assertThat(ann.getName()).isEqualTo("changed");
        assertThat(schema.sent()).containsExactly("SELECT users");
        work.commit();
        assertThat(schema.sent()).isEmpty();
    }

    @Test
    void what_was_not_loaded_stays_so_and_what_was_queued_is_forgotten() {
        User ann = work.find(User.class, 1L);
        ann.getPosts().add(new Post("queued"));

        work.refresh(ann);

        assertThat(work.isLoaded(ann, "posts")).isFalse();
        assertThat(work.isLoaded(ann, "profile")).isFalse();
        assertThat(ann.getPosts()).extracting(Post::getId).containsExactlyInAnyOrder(11L, 12L);
        work.commit();
        assertThat(schema.column("SELECT count(*) FROM posts")).containsExactly("3");
    }

    @Test
    void a_loaded_list_is_read_again_and_stays_the_same_object() {
        User ann = work.find(User.class, 1L);
        List<Post> posts = ann.getPosts();
        posts.remove(0);
        posts.add(new Post("dropped"));
        schema.execute("INSERT INTO posts (id, title, user_id) VALUES (13, 'd', 1)");
        schema.execute("DELETE FROM posts WHERE id = 12");

        work.refresh(ann);

        assertThat(ann.getPosts()).isSameAs(posts).extracting(Post::getId).containsExactlyInAnyOrder(11L, 13L);
        posts.removeIf(post -> post.getId() == 13);
        work.commit();
        assertThat(schema.column("SELECT id FROM posts ORDER BY id")).containsExactly("11", "21");
    }

    @Test
    void a_list_of_the_application_is_replaced_by_what_the_database_has() {
        User ann = work.find(User.class, 1L);
        assertThat(ann.getPosts()).hasSize(2);
        ann.setPosts(new ArrayList<>());
        User carl = new User("carl");
        carl.getPosts().add(new Post("kept"));
        work.persist(carl);

        work.refresh(ann);
        work.flush();
        schema.execute("DELETE FROM posts WHERE id = 12");
        carl.getPosts().clear();
        work.refresh(carl);

        assertThat(ann.getPosts()).extracting(Post::getId).containsExactlyInAnyOrder(11L, 12L);
        assertThat(carl.getPosts()).extracting(Post::getTitle).containsExactly("kept");
    }

    @Test
    void over_REFRESH_the_children_are_read_again_too() {
        User ann = work.find(User.class, 1L);
        ann.getPosts().get(0).setTitle("forgotten");
        ann.getPosts().get(1).setTitle("forgotten");

        work.refresh(ann);

        assertThat(ann.getPosts()).extracting(Post::getTitle).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_loaded_one_to_one_is_read_again() {
        User ann = work.find(User.class, 1L);
        Profile profile = ann.getProfile();
        ann.setProfile(null);

        work.refresh(ann);
        assertThat(ann.getProfile()).isSameAs(profile);

        schema.execute("DELETE FROM profiles");
        work.refresh(work.find(User.class, 1L));
        assertThat(ann.getProfile()).isNull();
    }

    @Test
    void a_reference_that_was_never_used_is_read() {
        User ann = work.find(Post.class, 11L).getUser();

        work.refresh(ann);

        assertThat(schema.sent()).contains("SELECT users");
        assertThat(ann.getName()).isEqualTo("ann");
    }

    @Test
    void a_row_that_is_gone_is_stale() {
        Post post = work.find(Post.class, 21L);
        schema.execute("DELETE FROM posts WHERE id = 21");

        assertThatThrownBy(() -> work.refresh(post))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Post")
                .hasMessageContaining("REF-1");
    }

    @Test
    void what_is_not_managed_cannot_be_refreshed() {
        assertThatThrownBy(() -> work.refresh(new User("new"))).isInstanceOf(DetachedEntityException.class);
    }

    @Test
    void detach_follows_what_is_loaded_and_keeps_it() {
        User ann = work.find(User.class, 1L);
        Post first = ann.getPosts().get(0);
        ann.setName("forgotten");
        first.setTitle("forgotten");
        schema.sent();

        work.detach(ann);

        assertThat(schema.sent()).isEmpty();
        assertThat(work.contains(ann)).isFalse();
        assertThat(work.contains(first)).isFalse();
        assertThat(ann.getPosts()).hasSize(2);
        work.commit();
        assertThat(schema.sent()).isEmpty();
        assertThat(schema.column("SELECT name FROM users WHERE id = 1")).containsExactly("ann");
    }

    @Test
    void detach_takes_a_mark_for_removal_away() {
        User ann = work.find(User.class, 1L);
        work.remove(ann);
        work.detach(ann);
        work.commit();

        assertThat(schema.column("SELECT id FROM users ORDER BY id")).containsExactly("1", "2");
    }
}
