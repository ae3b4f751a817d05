package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities are told apart by identity: whatever equals and hashCode say, and whether a proxy stands for them. */
class IdentityTest {
    @Test
    void children_that_are_all_equal_are_different_children() {
        Story story = Story.of(CascadeContract.of(Order.class, Line.class));
        Order order = new Order();
        order.id = 1;
        order.lines = new ArrayList<>(List.of(line(10), line(11), line(12)));
        story.persist(order);
        assertThat(story.flush()).hasSize(4);

        order.lines.remove(1);
        assertThat(story.flush()).containsExactly("remove Line#11 [ORP-1]");

        story.remove(order);
        assertThat(story.flush())
                .containsExactly("remove Line#10 [REM-1]", "remove Line#12 [REM-1]", "remove Order#1 [REM-1]");
    }

    @Test
    void an_equal_successor_is_not_the_child_that_it_replaces() {
        Story story = Story.of(CascadeContract.of(Order.class, Line.class))
                .row(Order.class, 1)
                .row(Line.class, 10, "order_id", 1);
        Order order = story.find(Order.class, 1);
        order.lines.set(0, line(11));

        assertThat(story.flush())
                .containsExactly(
                        "early remove Line#10 [ORP-1]",
                        "set Line#11 Line.order = Order#1 [PER-3]",
                        "persist Line#11 [PER-1]");
    }

    @Test
    void a_proxy_and_its_entity_are_one_parent() {
        Story story = Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval()))
                .row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Post.class, 12, "user_id", 2);
        Post post = story.find(Post.class, 10);
        User proxy = story.find(Post.class, 12).user;
        User user = story.find(User.class, 2);
        assertThat(proxy).isNotSameAs(user);
        post.user = proxy;
        user.posts.add(post);

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Post#10 {user_id=2}");
    }

    @Test
    void a_proxy_that_a_collection_gains_is_read_and_moved() {
        Story story = Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval()))
                .row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Blog.Comment.class, 20, "post_id", 10);
        Post proxy = story.find(Blog.Comment.class, 20).post;
        story.find(User.class, 2).posts.add(proxy);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#2 [ORP-3]");
        assertThat(story.selects()).containsExactly("select Post");
        assertThat(story.sent()).containsExactly("update Post#10");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void an_object_of_a_subclass_is_one_of_its_entity() {
        Story story = Story.of(Blog.contract().relation(User.class, "posts", r -> r.cascade(ALL)));
        User user = new User() {};
        user.id = 1;
        user.posts = new ArrayList<>(List.of(new Post() {}));
        user.posts.get(0).id = 10;

        story.persist(user);

        assertThat(story.flush()).containsExactly("persist User#1 [PER-1]", "persist Post#10 [PER-1]");
    }

    private static Line line(int id) {
        Line line = new Line();
        line.id = id;
        return line;
    }

    @Entity(name = "Order")
    static class Order extends Row {
        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Line> lines;

        @Override
        public boolean equals(Object other) {
            return other instanceof Order;
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("nobody asks for it");
        }
    }

    @Entity(name = "Line")
    static class Line extends Row {
        @ManyToOne
        Order order;

        @Override
        public boolean equals(Object other) {
            return other instanceof Line;
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("nobody asks for it");
        }
    }
}
