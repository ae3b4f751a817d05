package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircleTest {
    private static final String DDL = """
            CREATE TABLE team (id int PRIMARY KEY, version int, captain_id int);
            CREATE TABLE player (id int PRIMARY KEY, team_id int NOT NULL REFERENCES team);
            ALTER TABLE team ADD FOREIGN KEY (captain_id) REFERENCES player;
            """;

    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(DDL);
        factory = UnitOfWorkFactory.open(CascadeContract.of(Team.class, Player.class), schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        schema.close();
    }

    @Test
    void rows_that_refer_to_each_other_are_inserted_and_joined_afterwards() {
        persistTwoTeams();

        assertThat(schema.sent()).containsExactly("INSERT Team", "INSERT Player", "UPDATE Team");
        assertThat(schema.column("SELECT captain_id FROM team ORDER BY id")).containsExactly("11", "21");
    }

    @Test
    void they_are_parted_before_they_are_removed() {
        persistTwoTeams();
        schema.sent();
        factory.inTransaction(work -> {
            work.remove(work.find(Team.class, 1));
        });

        assertThat(schema.sent())
                .filteredOn(statement -> !statement.startsWith("SELECT"))
                .startsWith("UPDATE Team", "DELETE Player", "DELETE Team")
                .doesNotHaveDuplicates();
        assertThat(schema.column("SELECT id FROM team")).containsExactly("2");
    }

    private void persistTwoTeams() {
        factory.inTransaction(work -> {
            work.persist(team(1));
            work.persist(team(2));
        });
    }

    private static Team team(int id) {
        Team team = new Team();
        team.id = id;
        for (int number = 1; number <= 3; number++) {
            Player player = new Player();
            player.id = 10 * id + number;
            player.team = team;
            team.players.add(player);
        }
        team.captain = team.players.get(0);
        return team;
    }

    @Entity
    static class Team {
        @Id
        int id;

        @Version
        Integer version;

        @ManyToOne(fetch = FetchType.LAZY)
        Player captain;

        @OneToMany(mappedBy = "team", cascade = CascadeType.ALL)
        List<Player> players = new ArrayList<>();
    }

    @Entity
    static class Player {
        @Id
        int id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        Team team;
    }
}
