package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan tells what the next flush would remove, reads nothing for it, and leaves everything as it was. */
class RemovalPlanTest {
    private final Story story = Story.of(CascadeContract.of(Album.class, Song.class, Line.class))
            .row(Album.class, 1)
            .row(Album.class, 2)
            .row(Song.class, 10, "album_id", 1)
            .row(Song.class, 11, "album_id", 1)
            .row(Line.class, 100, "song_id", 10)
            .row(Line.class, 101, "song_id", 10)
            .row(Line.class, 110, "song_id", 11);

    @Test
    void rows_that_the_removal_would_read_are_counted_instead() {
        RemovalPlan plan = plan(1);

        assertThat(plan.totals("Song")).isEqualTo(deletedByClient(2));
        assertThat(plan.totals("Line")).isEqualTo(new RowTotals(0, 0, 3, 0));
        assertThat(story.selects()).containsExactly("count rows");
    }

    @Test
    void nothing_is_marked_or_loaded_by_it() {
        Album album = story.find(Album.class, 1);
        story.removalPlan(album);

        assertThat(story.contains(album)).isTrue();
        assertThat(story.isLoaded(album, "songs")).isFalse();
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_child_that_is_in_memory_goes_with_what_it_has_loaded() {
        story.load(story.find(Song.class, 10), "lines");

        RemovalPlan plan = plan(1);

        assertThat(plan.totals("Song")).isEqualTo(deletedByClient(2));
        assertThat(plan.totals("Line")).isEqualTo(new RowTotals(2, 0, 1, 0));
    }

    @Test
    void a_child_that_moved_in_memory_stays() {
        story.find(Song.class, 10).album = story.find(Album.class, 2);

        assertThat(plan(1).totals("Song")).isEqualTo(deletedByClient(1));
        assertThat(plan(2).totals("Song")).isEqualTo(deletedByClient(1));
    }

    @Test
    void what_is_marked_already_is_among_the_roots() {
        story.remove(story.find(Album.class, 2));

        assertThat(plan(1).totals("Album")).isEqualTo(deletedByClient(2));
    }

    @Test
    void the_removal_then_does_what_the_plan_told() {
        RemovalPlan plan = plan(1);
        story.remove(story.find(Album.class, 1));
        story.flush();

        assertThat(story.sent().stream().filter(sent -> sent.startsWith("delete")))
                .hasSize((int) (plan.totals("Album").deletedByClient()
                        + plan.totals("Song").deletedByClient()));
        assertThat(story.byDatabase()).hasSize((int) plan.totals("Line").deletedByDatabase());
    }

    @Test
    void an_entity_that_an_earlier_flush_removed_is_refused() {
        Album album = story.find(Album.class, 2);
        story.remove(album);
        story.flush();

        assertThatThrownBy(() -> story.removalPlan(album))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Album");
    }

    private RemovalPlan plan(int album) {
        return story.removalPlan(story.find(Album.class, album));
    }

    private static RowTotals deletedByClient(long rows) {
        return new RowTotals(rows, 0, 0, 0);
    }

    @Entity(name = "Album")
    static class Album extends Row {
        @OneToMany(mappedBy = "album", cascade = REMOVE)
        List<Song> songs;
    }

    @Entity(name = "Song")
    static class Song extends Row {
        @ManyToOne
        Album album;

        @OneToMany(mappedBy = "song", cascade = REMOVE)
        @PassiveDeletes
        List<Line> lines;
    }

    @Entity(name = "Line")
    static class Line extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Song song;
    }
}
