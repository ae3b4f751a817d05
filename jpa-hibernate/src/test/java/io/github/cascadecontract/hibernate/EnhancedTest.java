package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.hibernate.Studio.Artist;
import io.github.cascadecontract.hibernate.Studio.Room;
import io.github.cascadecontract.hibernate.Studio.Work;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entities that Hibernate's enhancer has changed. No method here may name them, or JUnit loads them before they are enhanced. */
class EnhancedTest {
    private final World world = Studio.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void find_leaves_an_inverse_one_to_one_unread() {
        List<String> sent = world.sentBy(work -> {
            Artist artist = work.find(Artist.class, 1L);
            assertThat(artist).isInstanceOf(PersistentAttributeInterceptable.class);
            assertThat(work.isLoaded(artist, "room")).isFalse();
            assertThat(work.isLoaded(artist, "works")).isFalse();
            work.flush();
            assertThat(work.isLoaded(artist, "room")).isFalse();
        });
        assertThat(sent).containsExactly("select artists");
    }

    @Test
    void an_unread_one_to_one_is_removed_with_its_owner() {
        world.units().inTransaction(work -> work.remove(work.find(Artist.class, 1L)));
        assertThat(world.rows("SELECT id FROM rooms")).containsExactly("2");
        assertThat(world.rows("SELECT id FROM works")).containsExactly("21");
    }

    @Test
    void an_unread_one_to_one_that_is_replaced_is_an_orphan() {
        assertThat(writtenBy(work -> {
                    Artist artist = work.find(Artist.class, 1L);
                    artist.setRoom(new Room(9));
                    work.flush();
                    work.flush();
                }))
                .containsExactly("delete rooms x1", "insert rooms x1");
        assertThat(world.rows("SELECT id, artist_id FROM rooms ORDER BY id")).containsExactly("2,2", "9,1");
    }

    @Test
    void an_unread_one_to_one_is_an_orphan_of_one_that_names_its_owner() {
        assertThat(writtenBy(work -> {
                    Room room = new Room(9);
                    room.setArtist(work.find(Artist.class, 1L));
                    work.persist(room);
                    work.flush();
                    work.flush();
                }))
                .containsExactly("delete rooms x1", "insert rooms x1");
    }

    @Test
    void an_unread_one_to_one_that_is_set_to_null_is_an_orphan() {
        world.units().inTransaction(work -> work.find(Artist.class, 1L).setRoom(null));
        assertThat(world.rows("SELECT id FROM rooms")).containsExactly("2");
    }

    @Test
    void a_child_moves_by_either_side_with_one_update() {
        assertThat(writtenBy(work -> {
                    Work moved = work.find(Work.class, 11L);
                    moved.setArtist(work.find(Artist.class, 2L));
                }))
                .containsExactly("update works x1");
        assertThat(writtenBy(work -> {
                    Artist first = work.find(Artist.class, 1L);
                    Artist second = work.find(Artist.class, 2L);
                    second.getWorks().add(first.getWorks().remove(0));
                }))
                .containsExactly("update works x1");
        assertThat(world.rows("SELECT artist_id FROM works")).containsExactly("2", "2", "2");
    }

    @Test
    void a_value_that_is_set_on_an_unread_reference_is_written() {
        world.units().inTransaction(work -> {
            Artist artist = work.find(Work.class, 11L).getArtist();
            assertThat(work.isLoaded(artist, "works")).isFalse();
            artist.setName("renamed");
        });
        assertThat(world.rows("SELECT name, biography FROM artists WHERE id = 1"))
                .containsExactly("renamed,long");
    }

    @Test
    void an_unread_reference_whose_relation_is_set_counts_as_changed() {
        world.units().inTransaction(work -> {
            Work unread = work.unwrap(jakarta.persistence.EntityManager.class).getReference(Work.class, 11L);
            unread.setArtist(work.find(Artist.class, 2L));
        });
        assertThat(world.rows("SELECT title, artist_id FROM works WHERE id = 11"))
                .containsExactly("a,2");
    }

    @Test
    void a_new_graph_is_persisted_and_changed_in_the_same_flush() {
        world.units().inTransaction(work -> {
            Artist artist = new Artist(9);
            work.persist(artist);
            artist.setName("nine");
            artist.getWorks().add(new Work(91));
            artist.setRoom(new Room(9));
        });
        assertThat(world.rows("SELECT name FROM artists WHERE id = 9")).containsExactly("nine");
        assertThat(world.rows("SELECT artist_id FROM works WHERE id = 91")).containsExactly("9");
        assertThat(world.rows("SELECT artist_id FROM rooms WHERE id = 9")).containsExactly("9");
    }

    @Test
    void merge_writes_what_it_copies_and_leaves_alone_what_was_not_read() {
        Object given = Studio.detached(world, 1);
        ((Artist) given).setName("renamed");
        assertThat(writtenBy(work -> work.merge(given))).containsExactly("update artists x1");
        assertThat(world.rows("SELECT name, biography FROM artists WHERE id = 1"))
                .containsExactly("renamed,long");
        assertThat(world.rows("SELECT id FROM rooms ORDER BY id")).containsExactly("1", "2");
        ((Artist) given).setRoom(new Room(9));
        world.units().inTransaction(work -> work.merge(given));
        assertThat(world.rows("SELECT id, artist_id FROM rooms ORDER BY id")).containsExactly("2,2", "9,1");
    }

    @Test
    void refresh_reads_a_one_to_one_again_only_if_it_was_read() {
        world.units().inTransaction(work -> {
            Artist artist = work.find(Artist.class, 1L);
            work.refresh(artist);
            assertThat(work.isLoaded(artist, "room")).isFalse();
            assertThat(artist.getRoom().getId()).isEqualTo(1);
            world.execute("UPDATE rooms SET artist_id = NULL WHERE id = 1", "INSERT INTO rooms VALUES (7, 1)");
            artist.setName("changed");
            work.refresh(artist);
            assertThat(work.isLoaded(artist, "room")).isTrue();
            assertThat(artist.getRoom().getId()).isEqualTo(7);
            assertThat(artist.getName()).isEqualTo("one");
        });
        assertThat(world.rows("SELECT name FROM artists WHERE id = 1")).containsExactly("one");
    }

    @Test
    void a_lazy_value_is_read_on_first_use_and_not_before() {
        world.units().inTransaction(work -> {
            Artist artist = work.find(Artist.class, 1L);
            assertThat(work.isLoaded(artist, "biography")).isFalse();
            assertThat(artist.getBiography()).isEqualTo("long");
        });
    }

    private List<String> writtenBy(Consumer<UnitOfWork> work) {
        return world.sentBy(work).stream()
                .filter(sent -> !sent.toLowerCase(java.util.Locale.ROOT).startsWith("select"))
                .toList();
    }
}
