package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

/** ORP-7: which removed rows must wait for the inserts and updates of the same flush. */
class WaitingRowsTest {
    @Test
    void a_parent_waits_while_a_row_that_stays_moves_from_it_to_an_inserted_one() {
        Story story = rows(Story.of(owning()));
        User from = story.find(User.class, 2);
        User to = user(9);
        story.find(Post.class, 12).user = to;
        story.persist(to);
        story.remove(from);

        assertThat(story.flush()).containsExactly("persist User#9 [PER-1]", "remove User#2 [REM-1]");
        assertThat(story.sent()).containsExactly("insert User#9", "update Post#12", "delete User#2");
    }

    @Test
    void whoever_stands_above_a_waiting_row_waits_too() {
        Story story = rows(Story.of(owning().relation(Post.class, "comments", r -> r.cascade(ALL))));
        User doomed = story.find(User.class, 1);
        Post fresh = post(19);
        story.find(User.class, 2).posts.add(fresh);
        story.find(Comment.class, 20).post = fresh;
        story.remove(doomed);
        story.persist(user(9));

        assertThat(story.flush())
                .containsExactly(
                        "early remove Post#11 [REM-1]",
                        "set Post#19 Post.user = User#2 [PER-3]",
                        "persist User#9 [PER-1]",
                        "persist Post#19 [PER-1]",
                        "remove Post#10 [REM-1]",
                        "remove User#1 [REM-1]");
    }

    @Test
    void a_parent_waits_for_a_child_that_refers_to_it_until_the_database_handles_it() {
        Story story = rows(Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).passiveDeletes(Mode.ON))))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        User doomed = story.find(User.class, 2);
        story.find(Post.class, 10).user = doomed;
        story.remove(doomed);
        story.persist(user(9));

        assertThat(story.flush()).startsWith("persist User#9 [PER-1]", "remove User#2 [REM-1]");
        assertThat(story.rows()).doesNotContain("User#2").contains("User#9");
    }

    @Test
    void a_parent_waits_for_a_pending_child_that_is_written_and_left_to_the_foreign_key() {
        Story story = Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(PERSIST).passiveDeletes(Mode.ALL)))
                .row(User.class, 1)
                .onDelete("Post[user_id]", ReferentialAction.CASCADE);
        User user = story.find(User.class, 1);
        user.posts.add(post(10));
        story.remove(user);
        story.persist(user(9));

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = User#1 [PER-3]",
                        "persist User#9 [PER-1]",
                        "persist Post#10 [PER-1]",
                        "remove User#1 [REM-1]",
                        "forget missing of Post#10 [SES-1]");
        assertThat(story.rows()).containsExactly("User#9");
    }

    @Test
    void a_parent_waits_for_a_pending_child_whose_key_the_database_sets_null() {
        Story story = Story.of(CascadeContract.of(Club.class, Member.class)).row(Club.class, 1);
        Club club = story.find(Club.class, 1);
        Member member = new Member();
        member.id = 10;
        member.club = club;
        story.persist(member);
        story.remove(club);
        Club founded = new Club();
        founded.id = 2;
        story.persist(founded);

        assertThat(story.flush())
                .containsExactly("persist Club#2 [PER-1]", "persist Member#10 [PER-1]", "remove Club#1 [REM-1]");
        assertThat(story.rows()).containsExactly("Club#2", "Member#10 {club_id=null}");
    }

    @Test
    void a_surviving_child_of_an_early_child_does_not_leave_before_its_new_parent_is_there() {
        Story story = rows(Story.of(owning()));
        User doomed = story.find(User.class, 1);
        Comment comment = story.find(Comment.class, 20);
        Post moved = story.find(Post.class, 10);
        Post fresh = post(19);
        moved.user = story.find(User.class, 2);
        moved.user.posts.add(fresh);
        comment.post = fresh;
        story.remove(doomed);
        story.persist(user(9));

        assertThat(story.flush())
                .containsExactly(
                        "early set Post#10 Post.user = User#2 [ORP-3]",
                        "early remove Post#11 [REM-1]",
                        "early remove User#1 [REM-1]",
                        "set Post#19 Post.user = User#2 [PER-3]",
                        "persist User#9 [PER-1]",
                        "persist Post#19 [PER-1]");
        assertThat(story.rows()).contains("Comment#20 {post_id=19}");
    }

    @Test
    void all_wait_if_a_cascade_of_the_database_may_reach_a_row_from_which_a_child_moves_away() {
        Story story = rows(Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).passiveDeletes(Mode.ON))
                        .relation(Post.class, "comments", r -> r.cascade(ALL).passiveDeletes(Mode.ON))))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        story.find(Comment.class, 20).post = story.find(Post.class, 12);
        story.remove(story.find(User.class, 1));
        story.persist(user(9));

        assertThat(story.flush()).containsExactly("persist User#9 [PER-1]", "remove User#1 [REM-1]");
        assertThat(story.rows()).contains("Comment#20 {post_id=12}");
    }

    @Test
    void all_wait_if_a_cascade_of_the_database_may_reach_a_row_to_which_a_child_is_added() {
        Story story = rows(Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).passiveDeletes(Mode.ON))
                        .relation(Post.class, "comments", r -> r.cascade(ALL).passiveDeletes(Mode.ON))))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        story.find(Post.class, 10).comments.add(Blog.comment(29));
        story.remove(story.find(User.class, 1));
        story.persist(user(9));

        assertThat(story.flush())
                .startsWith("set Comment#29 Comment.post = Post#10 [PER-3]", "persist User#9 [PER-1]")
                .contains("remove User#1 [REM-1]");
        assertThat(story.rows()).doesNotContain("Comment#29 {post_id=10}", "User#1");
    }

    private static ContractBuilder owning() {
        return Blog.contract().relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval());
    }

    private static Story rows(Story story) {
        return story.row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Post.class, 11, "user_id", 1)
                .row(Post.class, 12, "user_id", 2)
                .row(Comment.class, 20, "post_id", 10);
    }

    @Entity(name = "Club")
    static class Club extends Row {}

    @Entity(name = "Member")
    static class Member extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.SET_NULL)
        Club club;
    }
}
