package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callbacks are called once for each entity that the client handles. */
class LifecycleTest {
    private final World world = World.of(
            CascadeContract.of(Team.class, Player.class),
            "CREATE TABLE teams (id int8 PRIMARY KEY, name text)",
            "CREATE TABLE players (id int8 PRIMARY KEY, name text, team_id int8 REFERENCES teams)",
            "INSERT INTO teams VALUES (1, 'one'), (2, 'two')",
            "INSERT INTO players VALUES (1, 'a', 1), (2, 'b', 1)");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_removal_calls_each_removed_entity_whether_it_was_loaded_or_not() {
        assertThat(calls(work -> work.remove(work.find(Team.class, 1L))))
                .containsExactlyInAnyOrder(
                        "PreRemove Team 1",
                        "PreRemove Player 1",
                        "PreRemove Player 2",
                        "PostRemove Team 1",
                        "PostRemove Player 1",
                        "PostRemove Player 2");
    }

    @Test
    void an_orphan_is_called_and_what_is_moved_is_updated() {
        assertThat(calls(work -> {
                    Team first = work.find(Team.class, 1L);
                    Player moved = first.players.stream()
                            .filter(player -> player.id == 2)
                            .findFirst()
                            .orElseThrow();
                    first.players.clear();
                    work.find(Team.class, 2L).players.add(moved);
                }))
                .containsExactlyInAnyOrder(
                        "PreRemove Player 1", "PostRemove Player 1", "PreUpdate Player 2", "PostUpdate Player 2");
    }

    @Test
    void a_removal_that_is_taken_back_calls_nothing() {
        assertThat(calls(work -> {
                    Team team = work.find(Team.class, 1L);
                    work.remove(team);
                    work.persist(team);
                }))
                .isEmpty();
    }

    @Test
    void each_new_entity_is_called_once_by_persist_and_its_changes_until_the_flush_are_no_update() {
        assertThat(calls(work -> {
                    Team team = new Team(9, "nine");
                    team.players.add(new Player(8, "early"));
                    work.persist(team);
                    team.name = "later";
                    team.players.add(new Player(9, "late"));
                }))
                .containsExactlyInAnyOrder(
                        "PrePersist Team 9",
                        "PrePersist Player 8",
                        "PrePersist Player 9",
                        "PostPersist Team 9",
                        "PostPersist Player 8",
                        "PostPersist Player 9");
    }

    @Test
    void merge_calls_what_it_inserts_updates_and_removes() {
        Team given = new Team(1, "renamed");
        given.players.add(new Player(1, "changed"));
        given.players.add(new Player(7, "new"));
        assertThat(calls(work -> work.merge(given)))
                .containsExactlyInAnyOrder(
                        "PreUpdate Team 1",
                        "PostUpdate Team 1",
                        "PreUpdate Player 1",
                        "PostUpdate Player 1",
                        "PrePersist Player 7",
                        "PostPersist Player 7",
                        "PreRemove Player 2",
                        "PostRemove Player 2");
    }

    @Test
    void refresh_calls_what_it_loads_again() {
        assertThat(loads(work -> {
                    Team team = work.find(Team.class, 1L);
                    assertThat(team.players).hasSize(2);
                    work.refresh(team);
                }))
                .hasSize(6);
    }

    private List<String> calls(Consumer<io.github.cascadecontract.UnitOfWork> work) {
        Member.CALLS.clear();
        world.units().inTransaction(work);
        return Member.CALLS.stream()
                .filter(call -> !call.startsWith("PostLoad"))
                .toList();
    }

    private List<String> loads(Consumer<io.github.cascadecontract.UnitOfWork> work) {
        Member.CALLS.clear();
        world.units().inTransaction(work);
        return Member.CALLS.stream().filter(call -> call.startsWith("PostLoad")).toList();
    }

    /** Writes down what is called. */
    static final class Member {
        static final List<String> CALLS = new ArrayList<>();

        @PrePersist
        void prePersist(Object entity) {
            CALLS.add("PrePersist " + entity);
        }

        @PostPersist
        void postPersist(Object entity) {
            CALLS.add("PostPersist " + entity);
        }

        @PreUpdate
        void preUpdate(Object entity) {
            CALLS.add("PreUpdate " + entity);
        }

        @PostUpdate
        void postUpdate(Object entity) {
            CALLS.add("PostUpdate " + entity);
        }

        @PreRemove
        void preRemove(Object entity) {
            CALLS.add("PreRemove " + entity);
        }

        @PostRemove
        void postRemove(Object entity) {
            CALLS.add("PostRemove " + entity);
        }

        @PostLoad
        void postLoad(Object entity) {
            CALLS.add("PostLoad " + entity);
        }
    }

    @Entity(name = "Team")
    @Table(name = "teams")
    @jakarta.persistence.EntityListeners(Member.class)
    static class Team {
        @Id
        Long id;

        @Nullable
        String name;

        @OneToMany(mappedBy = "team", cascade = ALL, orphanRemoval = true)
        List<Player> players = new ArrayList<>();

        Team() {}

        Team(long id, String name) {
            this.id = id;
            this.name = name;
        }

        @Override
        public String toString() {
            return "Team " + id;
        }
    }

    @Entity(name = "Player")
    @Table(name = "players")
    @jakarta.persistence.EntityListeners(Member.class)
    static class Player {
        @Id
        Long id;

        @Nullable
        String name;

        @ManyToOne
        @JoinColumn(name = "team_id")
        @Nullable
        Team team;

        Player() {}

        Player(long id, String name) {
            this.id = id;
            this.name = name;
        }

        @Override
        public String toString() {
            return "Player " + id;
        }
    }
}
