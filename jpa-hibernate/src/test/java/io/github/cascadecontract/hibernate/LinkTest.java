package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private final World world = Blog.world();

    @BeforeEach
    void link() {
        world.execute("INSERT INTO post_tags VALUES (11, 1), (11, 2), (12, 1)");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void exactly_the_difference_is_written() {
        assertThat(world.sentBy(work -> {
                    work.find(Post.class, 12L).tags.add(work.find(Tag.class, 2L));
                    work.find(Post.class, 11L).tags.remove(work.find(Tag.class, 2L));
                }))
                .filteredOn(statement -> !statement.startsWith("select"))
                .containsExactlyInAnyOrder("insert post_tags x1", "delete post_tags x1");
        assertThat(world.rows("SELECT * FROM post_tags ORDER BY 1, 2")).containsExactly("11,1", "12,1", "12,2");
    }

    @Test
    void either_end_takes_its_links_along_and_keeps_the_far_side() {
        world.units().inTransaction(work -> work.remove(work.find(Post.class, 11L)));
        assertThat(world.rows("SELECT * FROM post_tags")).containsExactly("12,1");
        world.units().inTransaction(work -> {
            Post holder = work.find(Post.class, 12L);
            assertThat(holder.tags).hasSize(1);
            work.remove(work.find(Tag.class, 1L));
        });
        assertThat(world.rows("SELECT * FROM post_tags")).isEmpty();
        assertThat(world.rows("SELECT id FROM posts ORDER BY id")).containsExactly("12", "21");
    }

    @Test
    void a_new_entity_is_linked_after_it_was_inserted() {
        world.units().inTransaction(work -> {
            Post post = new Post(99);
            post.user = work.find(Blog.User.class, 1L);
            post.tags.add(work.find(Tag.class, 1L));
            work.persist(post);
        });
        assertThat(world.rows("SELECT tag_id FROM post_tags WHERE post_id = 99"))
                .containsExactly("1");
    }
}
