package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.DEFERRABLE_KEY;
import static io.github.cascadecontract.finding.FindingCode.DUPLICATE_FOREIGN_KEY;
import static io.github.cascadecontract.finding.FindingCode.ID_NOT_UNIQUE;
import static io.github.cascadecontract.finding.FindingCode.KEY_TYPE_DIFFERS;
import static io.github.cascadecontract.finding.FindingCode.MISSING_COLUMN;
import static io.github.cascadecontract.finding.FindingCode.MISSING_FOREIGN_KEY;
import static io.github.cascadecontract.finding.FindingCode.MISSING_TABLE;
import static io.github.cascadecontract.finding.FindingCode.NOT_VALIDATED_KEY;
import static io.github.cascadecontract.finding.FindingCode.PASSIVE_WITHOUT_FOREIGN_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, columns and foreign keys are there, once, checked, and of the right type. */
class ForeignKeyTest {
    private static final String TEAM = "create table team (id bigint primary key, name text);";
    private static final String INDEX = "; create index on player (team_id)";

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_key_without_constraint_is_a_warning_and_an_error_where_something_is_left_to_it() throws SQLException {
        tables.make(TEAM + "create table player (id bigint primary key, team_id bigint)" + INDEX);

        CascadeContract byClient = CascadeContract.builder(Team.class, Player.class)
                .relation(Team.class, "players", players -> players.passiveDeletes(PassiveDeletes.Mode.OFF))
                .build();
        assertThat(CheckedTables.serious(tables.check(byClient))).containsExactly(MISSING_FOREIGN_KEY);
        assertThat(CheckedTables.serious(tables.check(Team.class, Player.class)))
                .containsExactly(PASSIVE_WITHOUT_FOREIGN_KEY);
        assertThat(CheckedTables.serious(tables.mended(PASSIVE_WITHOUT_FOREIGN_KEY, Team.class, Player.class)))
                .isEmpty();
    }

    @Test
    void a_key_that_shall_have_no_constraint_has_none() {
        tables.make("create table club (id bigint primary key, first_name text);"
                + "create table fan (id bigint primary key, club_id bigint); create index on fan (club_id)");

        assertThat(tables.check(Fan.class, Club.class).findings()).isEmpty();
    }

    @Test
    void a_constraint_that_is_not_enforced_is_none() {
        tables.make(TEAM + "create table player (id bigint primary key,"
                + " team_id bigint references team on delete cascade not enforced)" + INDEX);

        assertThat(tables.find(PASSIVE_WITHOUT_FOREIGN_KEY, Team.class, Player.class))
                .hasSize(1);
    }

    @Test
    void a_constraint_over_more_columns_than_the_mapping_knows_counts() {
        tables.make("""
                create table team (id bigint primary key, name text, tenant bigint, unique (tenant, id));
                create table player (id bigint primary key, tenant bigint, team_id bigint,
                    foreign key (tenant, team_id) references team (tenant, id) on delete cascade)""" + INDEX);

        assertThat(tables.check(Team.class, Player.class).findings()).isEmpty();
    }

    @Test
    void rows_that_were_never_looked_at_are_told() throws SQLException {
        tables.make(TEAM + "create table player (id bigint primary key, team_id bigint)" + INDEX
                + "; alter table player add foreign key (team_id) references team on delete cascade not valid");

        assertThat(CheckedTables.serious(tables.check(Team.class, Player.class)))
                .containsExactly(NOT_VALIDATED_KEY);
        assertThat(tables.mended(NOT_VALIDATED_KEY, Team.class, Player.class).findings())
                .isEmpty();
    }

    @Test
    void two_constraints_on_one_column_are_told() throws SQLException {
        players("bigint references team on delete cascade references team on delete cascade");

        assertThat(tables.only(DUPLICATE_FOREIGN_KEY, Team.class, Player.class).sentence())
                .contains("player_team_id_fkey (CASCADE), player_team_id_fkey1 (CASCADE)");
        assertThat(tables.mended(DUPLICATE_FOREIGN_KEY, Team.class, Player.class)
                        .findings())
                .isEmpty();
    }

    @Test
    void of_two_constraints_with_different_actions_the_undeclared_one_is_dropped() {
        players("bigint references team on delete cascade references team");

        assertThat(tables.only(DUPLICATE_FOREIGN_KEY, Team.class, Player.class).mend())
                .endsWith(" DROP CONSTRAINT \"player_team_id_fkey1\";");
    }

    @Test
    void a_deferrable_constraint_is_worth_knowing() throws SQLException {
        players("bigint references team on delete cascade deferrable initially deferred");

        assertThat(CheckedTables.serious(tables.check(Team.class, Player.class)))
                .isEmpty();
        assertThat(tables.mended(DEFERRABLE_KEY, Team.class, Player.class).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer references team on delete cascade", "smallint references team on delete cascade"})
    void a_key_of_another_type_is_found_and_mended(String column) throws SQLException {
        players(column);

        assertThat(tables.only(KEY_TYPE_DIFFERS, Team.class, Player.class).sentence())
                .startsWith("Column team_id of player is ")
                .endsWith(" the id id of team that it refers to is bigint.");
        assertThat(tables.mended(KEY_TYPE_DIFFERS, Team.class, Player.class).findings())
                .isEmpty();
    }

    @Test
    void a_key_of_another_type_is_found_without_a_constraint() {
        players("text");

        assertThat(tables.find(KEY_TYPE_DIFFERS, Team.class, Player.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(10)|varchar(20)|0",
                "varchar(20)|varchar(10)|1",
                "text|varchar|0",
                "varchar(20)|text|0",
                "text|varchar(20)|1",
                "numeric(10,0)|numeric(12,0)|0",
                "positive|bigint|0",
                "char(3)|text|1"
            })
    void texts_and_domains_are_compared_by_what_they_hold(String id, String key, int findings) {
        tables.make("create domain positive as bigint check (value > 0)");
        tables.make("create table team (id %s primary key, name text);".formatted(id)
                + "create table player (id bigint primary key, team_id %s)".formatted(key));

        assertThat(tables.find(KEY_TYPE_DIFFERS, Team.class, Player.class)).hasSize(findings);
    }

    @Test
    void missing_tables_and_columns_are_told_by_name() {
        tables.make("create table team (id bigint primary key)");

        assertThat(tables.check(Team.class, Player.class).findings())
                .extracting(Finding::code, Finding::where, Finding::sentence)
                .containsExactly(
                        tuple(MISSING_COLUMN, "Team", "team has no column name. Add the column, or name it rightly."),
                        tuple(
                                MISSING_TABLE,
                                "Player",
                                "There is no table Player on the search path."
                                        + " Create the table, name it rightly, or name its schema."));
    }

    @Test
    void other_underscores_in_a_value_and_a_view_in_the_place_of_a_table_are_no_findings() {
        tables.make(
                "create table team (id bigint primary key, name text); create table clubs (id bigint, first_name text);"
                        + "create view club as select * from clubs; create view guest as select id, id as club_id from clubs");

        assertThat(tables.check(Club.class, Guest.class).findings()).isEmpty();
    }

    @Test
    void an_id_that_two_rows_can_share_is_found() throws SQLException {
        tables.make("create table club (id bigint not null, first_name text)");

        assertThat(CheckedTables.serious(tables.check(Club.class))).containsExactly(ID_NOT_UNIQUE);
        assertThat(tables.mended(ID_NOT_UNIQUE, Club.class).findings()).isEmpty();
    }

    private void players(String column) {
        tables.make(TEAM + "create table player (id bigint primary key, team_id " + column + ")" + INDEX);
    }

    @Entity(name = "Team")
    static class Team {
        @Id
        Long id;

        String name;

        @OneToMany(mappedBy = "team", cascade = CascadeType.REMOVE)
        @PassiveDeletes
        List<Player> players;
    }

    @Entity(name = "Player")
    static class Player {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Team team;
    }

    @Entity(name = "Club")
    static class Club {
        @Id
        Long id;

        String firstName;
    }

    @Entity(name = "Fan")
    static class Fan {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Club club;
    }

    @Entity(name = "Guest")
    static class Guest {
        @Id
        Long id;

        @ManyToOne
        Club club;
    }
}
