package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderColumnTest {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    @Test
    void the_places_of_children_follow_the_list() {
        database.execute("""
                CREATE TABLE albums (id bigint PRIMARY KEY);
                CREATE TABLE songs (id bigint PRIMARY KEY, place int, album_id bigint REFERENCES albums);
                CREATE TABLE moods (album_id bigint REFERENCES albums, place int, moods text)""");
        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open(
                "eclipselink", CascadeContract.of(Album.class, Song.class), database.dataSource())) {
            factory.inTransaction(work -> {
                Album album = new Album(1);
                for (int id = 1; id <= 4; id++) album.songs.add(new Song(id));
                album.moods.addAll(List.of("b", "a"));
                work.persist(album);
            });
            factory.inTransaction(work -> {
                Album album = work.find(Album.class, 1L);
                assertThat(album.songs).extracting(song -> song.id).containsExactly(1L, 2L, 3L, 4L);
                assertThat(album.moods).containsExactly("b", "a");
                album.songs.remove(1);
                Collections.reverse(album.songs);
                album.songs.add(0, new Song(9));
            });
            factory.inTransaction(work -> assertThat(work.find(Album.class, 1L).songs)
                    .extracting(song -> song.id)
                    .containsExactly(9L, 4L, 3L, 1L));
        }
        assertThat(database.query("SELECT place FROM songs ORDER BY place")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_place_that_nobody_would_write_is_refused_with_all_the_others() {
        CascadeContract contract = CascadeContract.of(Shelf.class, Song.class, Album.class);
        assertThatThrownBy(() -> UnitOfWorkFactory.open("eclipselink", contract, database.dataSource()))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("Shelf.songs: @OrderColumn")
                .hasMessageContaining("Shelf.albums: @OrderColumn");
    }

    @Entity
    @Table(name = "albums")
    static class Album {
        @Id
        Long id;

        @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderColumn(name = "place")
        List<Song> songs = new ArrayList<>();

        @ElementCollection
        @jakarta.persistence.CollectionTable(name = "moods", joinColumns = @JoinColumn(name = "album_id"))
        @OrderColumn(name = "place")
        List<String> moods = new ArrayList<>();

        protected Album() {}

        Album(long id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "songs")
    static class Song {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "album_id")
        Album album;

        protected Song() {}

        Song(long id) {
            this.id = id;
        }
    }

    @Entity
    static class Shelf {
        @Id
        Long id;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "shelf_id")
        @OrderColumn
        List<Song> songs = new ArrayList<>();

        @ManyToMany
        @OrderColumn
        List<Album> albums = new ArrayList<>();
    }
}
