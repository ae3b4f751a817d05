package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Artists with works and a studio, enhanced by Hibernate before anything loads them. */
final class Studio {
    static {
        String outer = Studio.class.getName();
        Enhancement.define(MethodHandles.lookup(), outer + "$Artist", outer + "$Work", outer + "$Room");
    }

    static final String[] TABLES = {
        "CREATE TABLE artists (id int8 PRIMARY KEY, name text, biography text)",
        "CREATE TABLE works (id int8 PRIMARY KEY, title text, artist_id int8 NOT NULL REFERENCES artists)",
        "CREATE TABLE rooms (id int8 PRIMARY KEY, artist_id int8 UNIQUE REFERENCES artists)",
        "INSERT INTO artists VALUES (1, 'one', 'long'), (2, 'two', 'longer')",
        "INSERT INTO works VALUES (11, 'a', 1), (12, 'b', 1), (21, 'c', 2)",
        "INSERT INTO rooms VALUES (1, 1), (2, 2)"
    };

    private Studio() {}

    static World world() {
        return World.of(CascadeContract.of(Artist.class, Work.class, Room.class), TABLES);
    }

    static Artist detached(World world, long id) {
        try (UnitOfWork work = world.units().begin()) {
            return work.find(Artist.class, id);
        }
    }

    @Entity(name = "Artist")
    @Table(name = "artists")
    static class Artist {
        @Id
        private Long id;

        @Nullable
        private String name;

        @Basic(fetch = LAZY)
        @Nullable
        private String biography;

        @OneToMany(mappedBy = "artist", cascade = ALL, orphanRemoval = true)
        private List<Work> works = new ArrayList<>();

        @OneToOne(mappedBy = "artist", cascade = ALL, orphanRemoval = true, fetch = LAZY)
        @Nullable
        private Room room;

        Artist() {}

        Artist(long id) {
            this.id = id;
        }

        Long getId() {
            return id;
        }

        @Nullable
        String getName() {
            return name;
        }

        void setName(@Nullable String name) {
            this.name = name;
        }

        @Nullable
        String getBiography() {
            return biography;
        }

        List<Work> getWorks() {
            return works;
        }

        @Nullable
        Room getRoom() {
            return room;
        }

        void setRoom(@Nullable Room room) {
            this.room = room;
        }
    }

    /** With an UPDATE of changed columns alone a value can be set without reading the row. */
    @Entity(name = "Work")
    @Table(name = "works")
    @DynamicUpdate
    static class Work {
        @Id
        private Long id;

        @Nullable
        private String title;

        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "artist_id", nullable = false)
        @Nullable
        private Artist artist;

        Work() {}

        Work(long id) {
            this.id = id;
        }

        @Nullable
        Artist getArtist() {
            return artist;
        }

        void setArtist(@Nullable Artist artist) {
            this.artist = artist;
        }

        void setTitle(@Nullable String title) {
            this.title = title;
        }
    }

    @Entity(name = "Room")
    @Table(name = "rooms")
    static class Room {
        @Id
        private Long id;

        @OneToOne(fetch = LAZY)
        @JoinColumn(name = "artist_id")
        @Nullable
        private Artist artist;

        Room() {}

        Room(long id) {
            this.id = id;
        }

        Long getId() {
            return id;
        }

        void setArtist(@Nullable Artist artist) {
            this.artist = artist;
        }
    }
}
