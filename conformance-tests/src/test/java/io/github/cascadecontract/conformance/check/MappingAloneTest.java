package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.ORPHAN_REMOVAL_ON_SHARED_TARGET;
import static io.github.cascadecontract.finding.FindingCode.PERSIST_TO_OWNER;
import static io.github.cascadecontract.finding.FindingCode.REMOVE_ON_MANY_TO_MANY;
import static io.github.cascadecontract.finding.FindingCode.REMOVE_ON_MANY_TO_ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the classes alone tell, and where the database takes it back. */
class MappingAloneTest {
    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void remove_must_not_reach_what_others_share() {
        CheckReport report =
                CascadeContract.of(Song.class, Singer.class, Label.class).check();

        assertThat(report.scope()).isEqualTo(CheckReport.Scope.MAPPING);
        assertThat(report.findings())
                .extracting(Finding::code, Finding::where)
                .containsExactly(
                        tuple(REMOVE_ON_MANY_TO_MANY, "Song.singers"), tuple(REMOVE_ON_MANY_TO_ONE, "Song.label"));
    }

    @Test
    void a_unique_key_says_that_nobody_shares_it() {
        tables.make("""
                create table label (id bigint primary key);
                create table singer (id bigint primary key);
                create table song (id bigint primary key, label_id bigint unique references label);
                create table song_singer (song_id bigint references song, singers_id bigint unique references singer,
                    primary key (song_id, singers_id))""");

        CheckReport report = tables.check(Song.class, Singer.class, Label.class);
        assertThat(report.scope()).isEqualTo(CheckReport.Scope.MAPPING_AND_DATABASE);
        assertThat(CheckedTables.serious(report)).isEmpty();
    }

    @Test
    void an_orphan_that_others_may_hold_is_worth_knowing_unless_the_mapping_says_unique() {
        assertThat(CascadeContract.of(Actor.class, Agent.class).check().findings())
                .extracting(Finding::code, Finding::where)
                .containsExactly(tuple(ORPHAN_REMOVAL_ON_SHARED_TARGET, "Actor.agent"));
        assertThat(CascadeContract.of(Poet.class, Agent.class).check().findings())
                .isEmpty();
    }

    @Test
    void persist_from_a_child_back_to_its_owner_is_worth_knowing() {
        assertThat(CascadeContract.of(Album.class, Track.class, Cover.class)
                        .check()
                        .findings())
                .extracting(Finding::code, Finding::where)
                .containsExactly(tuple(PERSIST_TO_OWNER, "Track.album"));
    }

    @Entity(name = "Song")
    static class Song {
        @Id
        Long id;

        @ManyToMany(cascade = CascadeType.ALL)
        List<Singer> singers;

        @ManyToOne(cascade = CascadeType.REMOVE)
        Label label;
    }

    @Entity(name = "Singer")
    static class Singer {
        @Id
        Long id;
    }

    @Entity(name = "Label")
    static class Label {
        @Id
        Long id;
    }

    @Entity(name = "Actor")
    static class Actor {
        @Id
        Long id;

        @ManyToOne
        @SingleParent(orphanRemoval = true)
        Agent agent;
    }

    @Entity(name = "Poet")
    static class Poet {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(unique = true)
        @SingleParent(orphanRemoval = true)
        Agent agent;
    }

    @Entity(name = "Agent")
    static class Agent {
        @Id
        Long id;
    }

    @Entity(name = "Album")
    static class Album {
        @Id
        Long id;

        @OneToMany(mappedBy = "album", cascade = CascadeType.PERSIST)
        List<Track> tracks;

        @OneToOne(cascade = CascadeType.PERSIST)
        Cover cover;
    }

    @Entity(name = "Track")
    static class Track {
        @Id
        Long id;

        @ManyToOne(cascade = CascadeType.PERSIST)
        Album album;
    }

    @Entity(name = "Cover")
    static class Cover {
        @Id
        Long id;
    }
}
