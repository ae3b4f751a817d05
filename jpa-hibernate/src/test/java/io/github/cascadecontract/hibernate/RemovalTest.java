package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void children_that_are_not_loaded_are_left_to_the_database() {
        assertThat(world.sentBy(work -> work.remove(work.find(User.class, 1L))))
                .containsExactly("select users", "update profiles x0", "delete profiles x1", "delete users x1");
    }
}
