package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows below a removed entity that are handled, or looked at, without being read. */
class SetBasedTest {
    @Test
    void children_that_are_not_loaded_are_removed_by_one_statement_and_those_that_moved_stay() {
        try (World world = World.of(
                Blog.builder()
                        .relation(
                                User.class, "posts", posts -> posts.cascade(ALL).passiveDeletes(Mode.SET_BASED))
                        .build(),
                Blog.tables("NOT NULL"))) {
            world.execute("INSERT INTO post_tags VALUES (11, 1), (12, 1)");
            List<String> sent = world.sentBy(work -> {
                Post moved = work.find(Post.class, 12L);
                moved.user = work.find(User.class, 2L);
                work.remove(work.find(User.class, 1L));
            });
            assertThat(sent).contains("delete posts x1", "delete users x1");
            assertThat(world.rows("SELECT id, user_id FROM posts ORDER BY id")).containsExactly("12,2", "21,2");
            assertThat(world.rows("SELECT post_id FROM post_tags")).containsExactly("12");
        }
    }

    @Test
    void without_remove_their_keys_are_nulled_by_one_statement() {
        try (World world = World.of(
                Blog.builder()
                        .relation(
                                User.class,
                                "posts",
                                posts -> posts.cascade().noOrphanRemoval().passiveDeletes(Mode.SET_BASED))
                        .build(),
                Blog.tables(""))) {
            List<String> sent = world.sentBy(work -> work.remove(work.find(User.class, 1L)));
            assertThat(sent).contains("update posts x2").doesNotContain("select posts");
            assertThat(world.rows("SELECT user_id FROM posts ORDER BY id")).containsExactly("null", "null", "2");
        }
    }

    @Test
    void a_removal_that_would_reach_a_protected_row_writes_nothing() {
        try (World world = World.of(
                CascadeContract.of(Account.class, Booking.class),
                "CREATE TABLE accounts (id int8 PRIMARY KEY)",
                "CREATE TABLE bookings (id int8 PRIMARY KEY, account_id int8 REFERENCES accounts)",
                "INSERT INTO accounts VALUES (1), (2)",
                "INSERT INTO bookings VALUES (1, 1)")) {
            assertThatThrownBy(() -> world.units().inTransaction(work -> work.remove(work.find(Account.class, 1L))))
                    .isInstanceOf(ProtectedEntityException.class)
                    .hasMessageContaining("Booking");
            world.units().inTransaction(work -> work.remove(work.find(Account.class, 2L)));
            assertThat(world.rows("SELECT id FROM accounts")).containsExactly("1");
        }
    }

    @Entity(name = "Account")
    @Table(name = "accounts")
    static class Account {
        @Id
        Long id;

        @OneToMany(cascade = ALL)
        @JoinColumn(name = "account_id")
        List<Booking> bookings = new ArrayList<>();
    }

    @Entity(name = "Booking")
    @Table(name = "bookings")
    @Protected
    static class Booking {
        @Id
        Long id;
    }
}
