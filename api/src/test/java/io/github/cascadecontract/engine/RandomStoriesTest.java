package io.github.cascadecontract.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.engine.ExpectedBlog.Cascade;
import io.github.cascadecontract.engine.RandomBlog.Setting;
import io.github.cascadecontract.engine.RandomBlog.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The outcome does not depend on which side of a pair was changed, on what was loaded, or on who removes the children: many
 * random stories of several flushes end with the rows that the rules name, and a flush without a change does nothing.
 */
class RandomStoriesTest {
    private static final int STORIES = 60;

    static Stream<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Cascade posts : Cascade.values())
            for (Cascade comments : Cascade.values())
                for (Mode passive : List.of(Mode.OFF, Mode.ON))
                    for (Side side : Side.values())
                        for (boolean loads : List.of(true, false))
                            settings.add(new Setting(posts, comments, passive, side, loads));
        return settings.stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void the_same_rows_whatever_was_changed_on_which_side_and_whatever_was_loaded(Setting setting) {
        for (long seed = 0; seed < STORIES; seed++) play(setting, seed);
    }

    private static void play(Setting setting, long seed) {
        RandomBlog blog = new RandomBlog(setting, seed);
        for (int flush = 0; flush < 3; flush++) {
            blog.change();
            List<String> plan = blog.story.flush();
            Set<Integer> loose = blog.expected.settle(setting.posts(), setting.comments());
            List<String> rows = blog.story.rows();
            loose.removeIf(comment -> rows.contains("Comment#" + comment + " {post_id=null}"));
            blog.expected.postOf.keySet().removeAll(loose);
            assertThat(rows)
                    .as("story %d, flush %d of %s: %s", seed, flush, setting, plan)
                    .containsExactlyInAnyOrderElementsOf(blog.expected.rows());
            int sent = blog.story.sent().size();
            assertThat(blog.story.flush()).isEmpty();
            assertThat(blog.story.sent()).hasSize(sent);
        }
    }
}
