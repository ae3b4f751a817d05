package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.CascadeType;
import org.junit.jupiter.api.Test;

/** Hibernate as it is, with the contract in its own settings. */
class NativeTest {
    @Test
    void passive_deletes_are_hibernates_on_delete() {
        try (World world = World.natively(Blog.builder().build(), Blog.tables("NOT NULL"))) {
            assertThat(world.sentBy(work -> work.remove(work.find(User.class, 1L))))
                    .as("it loads the children and leaves their rows to the database")
                    .contains("select posts", "delete users x1")
                    .doesNotContain("delete posts x2");
        }
    }

    @Test
    void an_override_of_the_contract_replaces_the_annotations() {
        World world = World.natively(
                Blog.builder()
                        .relation(
                                User.class,
                                "posts",
                                posts -> posts.cascade(CascadeType.REMOVE)
                                        .noOrphanRemoval()
                                        .passiveDeletes(Mode.OFF))
                        .build(),
                Blog.tables("NOT NULL"));
        try (world) {
            assertThat(world.sentBy(work -> work.find(User.class, 1L).posts.remove(0)))
                    .noneMatch(statement -> statement.startsWith("delete"));
            assertThat(world.sentBy(work -> work.remove(work.find(User.class, 1L))))
                    .contains("delete posts x2", "delete users x1");
        }
    }

    @Test
    void what_hibernate_does_by_itself_is_not_corrected() {
        try (World world = World.natively(Blog.builder().build(), Blog.tables("NOT NULL"))) {
            assertThatThrownBy(() -> world.units()
                            .inTransaction(work -> work.find(User.class, 1L).posts = new java.util.ArrayList<>()))
                    .hasStackTraceContaining("no longer referenced");
            world.units().inTransaction(work -> {
                User to = work.find(User.class, 2L);
                User from = work.find(User.class, 1L);
                Post post = from.posts.remove(0);
                to.posts.size();
                post.user = to;
            });
            assertThat(world.rows("SELECT count(*) FROM posts"))
                    .as("a moved child is deleted")
                    .containsExactly("2");
        }
    }
}
