package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list with an inverse set, and a set without an inverse. */
class ManyToManyTest {
    private final TestDatabase database = new TestDatabase();
    private UnitOfWorkFactory factory = open(contract -> {});

    ManyToManyTest() {
        database.execute("""
                CREATE TABLE actors (id bigint PRIMARY KEY);
                CREATE TABLE films (id bigint PRIMARY KEY);
                CREATE TABLE cast_lists (film_id bigint REFERENCES films ON DELETE CASCADE,
                    actor_id bigint REFERENCES actors ON DELETE CASCADE, PRIMARY KEY (film_id, actor_id));
                CREATE TABLE friends (actor_id bigint REFERENCES actors, friend_id bigint REFERENCES actors,
                    PRIMARY KEY (actor_id, friend_id));
                INSERT INTO actors VALUES (1), (2), (3);
                INSERT INTO films VALUES (1), (2);
                INSERT INTO cast_lists VALUES (1, 1), (1, 2), (2, 2);
                INSERT INTO friends VALUES (1, 2)""");
        database.sent();
    }

    private UnitOfWorkFactory open(Consumer<ContractBuilder> settings) {
        ContractBuilder contract = CascadeContract.builder(Actor.class, Film.class);
        settings.accept(contract);
        return UnitOfWorkFactory.open("eclipselink", contract.build(), database.dataSource());
    }

    private void reopen(Consumer<ContractBuilder> settings) {
        factory.close();
        factory = open(settings);
        database.sent();
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    private List<Object> links() {
        return database.query("SELECT film_id * 10 + actor_id FROM cast_lists ORDER BY 1");
    }

    private List<String> writes() {
        return database.sent().stream()
                .filter(sql -> !sql.startsWith("SELECT"))
                .map(sql -> sql.substring(0, sql.indexOf(' ')))
                .toList();
    }

    @Test
    void the_owning_list_changes_by_its_difference() {
        factory.inTransaction(work -> {
            Film film = work.find(Film.class, 1L);
            film.actors.remove(work.find(Actor.class, 1L));
            film.actors.add(work.find(Actor.class, 3L));
            film.actors.add(work.find(Actor.class, 3L));
        });
        assertThat(links()).containsExactly(12L, 13L, 22L);
        assertThat(writes()).containsExactlyInAnyOrder("DELETE", "INSERT");
    }

    @Test
    void the_inverse_set_alone_writes_as_well() {
        factory.inTransaction(work -> {
            Actor actor = work.find(Actor.class, 3L);
            actor.films.add(work.find(Film.class, 1L));
            work.find(Actor.class, 2L).films.clear();
        });
        assertThat(links()).containsExactly(11L, 13L);
    }

    @Test
    void both_sides_make_one_link() {
        factory.inTransaction(work -> {
            Actor actor = work.find(Actor.class, 3L);
            Film film = work.find(Film.class, 1L);
            actor.films.add(film);
            film.actors.add(actor);
        });
        assertThat(links()).containsExactly(11L, 12L, 13L, 22L);
    }

    @Test
    void a_list_put_in_another_order_sends_nothing() {
        factory.inTransaction(work -> {
            Film film = work.find(Film.class, 1L);
            film.actors.add(film.actors.remove(0));
        });
        assertThat(writes()).isEmpty();
    }

    @Test
    void a_replaced_collection_changes_by_its_difference() {
        factory.inTransaction(work -> work.find(Film.class, 1L).actors =
                new ArrayList<>(List.of(work.find(Actor.class, 2L), work.find(Actor.class, 3L))));
        assertThat(links()).containsExactly(12L, 13L, 22L);
        assertThat(writes()).containsExactlyInAnyOrder("DELETE", "INSERT");
    }

    @Test
    void a_collection_without_inverse_is_written() {
        factory.inTransaction(work -> {
            Actor actor = work.find(Actor.class, 1L);
            actor.friends.add(work.find(Actor.class, 3L));
            actor.friends.remove(work.find(Actor.class, 2L));
        });
        assertThat(database.query("SELECT friend_id FROM friends")).containsExactly(3L);
    }

    @Test
    void removing_either_end_clears_its_links_and_keeps_the_far_side() {
        factory.inTransaction(work -> {
            work.remove(work.find(Film.class, 1L));
            work.remove(work.find(Actor.class, 3L));
        });
        assertThat(links()).containsExactly(22L);
        assertThat(database.query("SELECT id FROM actors ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void passive_links_are_left_to_the_database() {
        reopen(contract ->
                contract.relation(Film.class, "actors", actors -> actors.passiveDeletes(PassiveDeletes.Mode.ON)));
        factory.inTransaction(work -> work.remove(work.find(Film.class, 1L)));
        assertThat(database.sent()).noneMatch(sql -> sql.contains("cast_lists"));
        assertThat(links()).containsExactly(22L);
    }

    @Test
    void remove_reaches_far_entities_with_all_their_links() {
        reopen(contract -> contract.relation(Film.class, "actors", actors -> actors.cascade(CascadeType.REMOVE)));
        factory.inTransaction(work -> {
            work.find(Actor.class, 1L).friends.clear();
            work.remove(work.find(Film.class, 1L));
        });
        assertThat(links()).isEmpty();
        assertThat(database.query("SELECT id FROM actors")).containsExactly(3L);
        assertThat(database.query("SELECT id FROM films")).containsExactly(2L);
    }

    @Test
    void a_link_that_is_gone_is_done_and_one_that_is_there_is_kept() {
        factory.inTransaction(work -> {
            Film film = work.find(Film.class, 1L);
            film.actors.remove(work.find(Actor.class, 1L));
            film.actors.add(work.find(Actor.class, 3L));
            database.execute("DELETE FROM cast_lists WHERE actor_id = 1; INSERT INTO cast_lists VALUES (1, 3)");
        });
        assertThat(links()).containsExactly(12L, 13L, 22L);
    }

    @Test
    void new_ends_are_written_before_their_links() {
        factory.inTransaction(work -> {
            Film film = new Film(9);
            Actor actor = new Actor(9);
            film.actors.add(actor);
            work.persist(actor);
            work.persist(film);
        });
        assertThat(links()).contains(99L);
    }

    @Test
    void a_merged_list_is_made_equal() {
        factory.inTransaction(work -> {
            Film given = new Film(1);
            given.actors = new ArrayList<>(List.of(new Actor(3), new Actor(2)));
            given.actors.forEach(actor -> {
                actor.films = null;
                actor.friends = null;
            });
            work.merge(given);
        });
        assertThat(links()).containsExactly(12L, 13L, 22L);
        assertThat(database.query("SELECT friend_id FROM friends")).containsExactly(2L);
    }

    @Entity
    @Table(name = "films")
    static class Film {
        @Id
        Long id;

        @ManyToMany(cascade = CascadeType.MERGE)
        @JoinTable(
                name = "cast_lists",
                joinColumns = @JoinColumn(name = "film_id"),
                inverseJoinColumns = @JoinColumn(name = "actor_id"))
        List<Actor> actors = new ArrayList<>();

        protected Film() {}

        Film(long id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "actors")
    static class Actor {
        @Id
        Long id;

        @ManyToMany(mappedBy = "actors")
        Set<Film> films = new HashSet<>();

        @ManyToMany
        @JoinTable(
                name = "friends",
                joinColumns = @JoinColumn(name = "actor_id"),
                inverseJoinColumns = @JoinColumn(name = "friend_id"))
        Set<Actor> friends = new HashSet<>();

        protected Actor() {}

        Actor(long id) {
            this.id = id;
        }
    }
}
