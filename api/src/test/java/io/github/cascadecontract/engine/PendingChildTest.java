package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pending child changes its place before the flush: it ends where it was put last, whichever side said so (PER-3). */
class PendingChildTest {
    private final Post child = Blog.post(10);
    private User first;
    private User second;

    enum Origin {
        COLLECTION,
        REFERENCE,
        BOTH
    }

    enum Change {
        NONE("1"),
        PUT_INTO_THE_OTHER("2"),
        TAKEN_OUT_AND_PUT_INTO_THE_OTHER("2"),
        NAMES_THE_OTHER("2"),
        TAKEN_OUT("null"),
        NAMES_NOBODY("null");

        final String parent;

        Change(String parent) {
            this.parent = parent;
        }
    }

    static Stream<Arguments> stories() {
        return Arrays.stream(Origin.values())
                .flatMap(origin -> Arrays.stream(Change.values())
                        .filter(change -> origin != Origin.REFERENCE || change != Change.TAKEN_OUT)
                        .flatMap(change -> Stream.of(true, false).map(written -> arguments(origin, change, written))));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void ends_where_it_was_put_last(Origin origin, Change change, boolean parentsAreWritten) {
        Story story = story(false, parentsAreWritten);
        play(story, origin, change);

        assertThat(story.flush()).contains("persist Post#10 [PER-1]");
        assertThat(story.rows()).contains("Post#10 {user_id=" + change.parent + "}");
        assertThat(story.sent()).filteredOn(line -> line.endsWith("Post#10")).containsExactly("insert Post#10");
        assertThat(story.flush()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void under_orphan_removal_it_is_not_written_without_parent(
            Origin origin, Change change, boolean parentsAreWritten) {
        Story story = story(true, parentsAreWritten);
        play(story, origin, change);
        story.flush();

        boolean isOrphan = change.parent.equals("null");
        assertThat(story.contains(child)).isEqualTo(!isOrphan);
        assertThat(story.sent()).filteredOn("insert Post#10"::equals).hasSize(isOrphan ? 0 : 1);
        assertThat(story.flush()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void goes_with_the_parent_where_it_was_put_last(Origin origin, Change change, boolean parentsAreWritten) {
        Story story = story(true, parentsAreWritten);
        play(story, origin, change);
        story.remove(second);
        story.flush();

        assertThat(story.contains(child)).isEqualTo(change.parent.equals("1"));
        assertThat(story.rows()).doesNotContain("User#2");
    }

    private void play(Story story, Origin origin, Change change) {
        if (origin != Origin.REFERENCE) first.posts.add(child);
        if (origin != Origin.COLLECTION) child.user = first;
        story.persist(origin == Origin.REFERENCE ? child : first);
        boolean takenOut = change == Change.TAKEN_OUT || change == Change.TAKEN_OUT_AND_PUT_INTO_THE_OTHER;
        if (takenOut) first.posts.remove(child);
        if (change == Change.PUT_INTO_THE_OTHER || change == Change.TAKEN_OUT_AND_PUT_INTO_THE_OTHER)
            second.posts.add(child);
        if (change == Change.NAMES_THE_OTHER) child.user = second;
        if (change == Change.NAMES_NOBODY) child.user = null;
    }

    private Story story(boolean orphanRemoval, boolean parentsAreWritten) {
        Story story = Story.of(Blog.contract().relation(User.class, "posts", posts -> {
            if (orphanRemoval) posts.cascade(ALL).orphanRemoval();
            else posts.cascade(PERSIST);
        }));
        first = user(story, 1, parentsAreWritten);
        second = user(story, 2, parentsAreWritten);
        return story;
    }

    private static User user(Story story, int id, boolean isWritten) {
        if (isWritten) return story.row(User.class, id).find(User.class, id);
        User user = Blog.user(id);
        story.persist(user);
        return user;
    }
}
