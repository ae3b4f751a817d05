package io.github.cascadecontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.error.InvalidContractException;
import io.github.cascadecontract.error.Refusal;
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

/** DEC-3 to DEC-6: a contract is refused with all its problems at once, each with place, rule and remedy. */
class ContractProblemsTest {
    @Test
    void passive_all_does_not_go_together_with_remove_or_orphan_removal() {
        assertThat(problems(CascadeContract.builder(Garden.class, Tree.class)
                        .relation(Garden.class, "trees", trees -> trees.passiveDeletes(Mode.ALL))))
                .containsExactly("Garden.trees DEC-3");
        assertThat(problems(CascadeContract.builder(Garden.class, Tree.class)
                        .relation(
                                Garden.class,
                                "trees",
                                trees -> trees.cascade().orphanRemoval().passiveDeletes(Mode.ALL))))
                .containsExactly("Garden.trees DEC-3");
    }

    @Test
    void orphan_removal_on_a_shared_target_needs_single_parent() {
        assertThat(problems(CascadeContract.builder(Garden.class, Tree.class)
                        .relation(Tree.class, "garden", garden -> garden.orphanRemoval())))
                .containsExactly("Tree.garden DEC-4");
        CascadeContract.builder(Garden.class, Tree.class)
                .relation(Tree.class, "garden", garden -> garden.orphanRemoval().singleParent())
                .build();
    }

    @Test
    void passive_deletes_belongs_on_the_side_without_the_key() {
        assertThat(problems(CascadeContract.builder(Garden.class, Tree.class)
                        .relation(Tree.class, "garden", garden -> garden.passiveDeletes(Mode.OFF))))
                .containsExactly("Tree.garden DEC-6");
    }

    @Test
    void on_delete_belongs_on_the_side_with_the_key() {
        assertThat(problems(CascadeContract.builder(Shelf.class, Volume.class))).containsExactly("Shelf.volumes DEC-5");
    }

    @Test
    void an_override_must_name_a_relation_of_the_contract() {
        assertThat(problems(CascadeContract.builder(Garden.class, Tree.class)
                        .relation(Garden.class, "tree", trees -> trees.orphanRemoval())
                        .relation(Volume.class, "shelf", shelf -> shelf.cascade())))
                .containsExactly("Garden.tree DEC-5", "Volume.shelf DEC-5");
    }

    @Test
    void a_contract_needs_a_class() {
        assertThat(problems(CascadeContract.builder())).containsExactly("contract DEC-5");
    }

    @Test
    void a_target_must_be_in_the_contract() {
        InvalidContractException refused = refused(CascadeContract.builder(Garden.class));

        assertThat(refused)
                .hasMessageContaining("Garden.trees")
                .hasMessageContaining("ContractProblemsTest$Tree is not in the contract")
                .hasMessageContaining("Name the target class where the contract is built.");
    }

    @Test
    void mapped_by_must_name_the_owning_side_of_the_same_pair() {
        assertThat(problems(CascadeContract.builder(Wrong.class, Garden.class, Tree.class)))
                .containsExactly(
                        "Wrong.unknown DEC-5", "Wrong.basic DEC-5", "Wrong.foreign DEC-5", "Wrong.linked DEC-5");
    }

    @Test
    void two_relations_must_not_share_a_key_on_the_same_side() {
        assertThat(problems(CascadeContract.builder(Team.class, Player.class)))
                .containsExactly("Player.again DEC-5", "Team.reserves DEC-5");
    }

    @Test
    void all_problems_are_listed_at_once() {
        InvalidContractException refused =
                refused(CascadeContract.builder(String.class, Chaos.class, Garden.class, Tree.class)
                        .relation(Garden.class, "trees", trees -> trees.passiveDeletes(Mode.ALL))
                        .relation(Garden.class, "missing", missing -> missing.cascade())
                        .relation(Chaos.class, "shared", shared -> shared.orphanRemoval()));

        assertThat(refused.problems())
                .extracting(problem -> problem.where() + " " + problem.rule().id())
                .containsExactly(
                        "java.lang.String DEC-5",
                        "Chaos.texts DEC-5",
                        "Garden.missing DEC-5",
                        "Chaos.outside DEC-5",
                        "Chaos.passive DEC-6",
                        "Chaos.shared DEC-4",
                        "Garden.trees DEC-3");
        assertThat(refused.getMessage()).startsWith("The contract has 7 problem(s):\n  - java.lang.String: ");
        for (Refusal problem : refused.problems()) {
            assertThat(problem.remedy()).endsWith(".");
            assertThat(refused.getMessage()).contains(problem.message());
        }
    }

    private static List<String> problems(ContractBuilder builder) {
        return refused(builder).problems().stream()
                .map(problem -> problem.where() + " " + problem.rule().id())
                .toList();
    }

    private static InvalidContractException refused(ContractBuilder builder) {
        return catchThrowableOfType(InvalidContractException.class, builder::build);
    }

    @Entity(name = "Garden")
    static class Garden {
        @Id
        Integer id;

        @OneToMany(mappedBy = "garden", cascade = CascadeType.ALL)
        List<Tree> trees;
    }

    @Entity(name = "Tree")
    static class Tree {
        @Id
        Integer id;

        @ManyToOne
        Garden garden;

        String name;
    }

    @Entity(name = "Shelf")
    static class Shelf {
        @Id
        Integer id;

        @OneToMany(mappedBy = "shelf")
        @OnDelete(ReferentialAction.CASCADE)
        List<Volume> volumes;
    }

    @Entity(name = "Volume")
    static class Volume {
        @Id
        Integer id;

        @ManyToOne
        Shelf shelf;
    }

    @Entity(name = "Wrong")
    static class Wrong {
        @Id
        Integer id;

        @OneToMany(mappedBy = "nowhere")
        List<Tree> unknown;

        @OneToMany(mappedBy = "name")
        List<Tree> basic;

        @OneToOne(mappedBy = "garden")
        Tree foreign;

        @ManyToMany(mappedBy = "garden")
        List<Tree> linked;
    }

    @Entity(name = "Team")
    static class Team {
        @Id
        Integer id;

        @OneToMany(mappedBy = "team")
        List<Player> players;

        @OneToMany(mappedBy = "team")
        List<Player> reserves;

        @OneToMany(mappedBy = "again")
        List<Player> unlinked;
    }

    @Entity(name = "Player")
    static class Player {
        @Id
        Integer id;

        @ManyToOne
        @JoinColumn(name = "team_id")
        Team team;

        @ManyToOne
        @JoinColumn(name = "team_id")
        Team again;
    }

    @Entity(name = "Chaos")
    static class Chaos {
        @Id
        Integer id;

        @OneToMany
        @JoinColumn
        List<String> texts;

        @ManyToOne
        Volume outside;

        @ManyToOne
        @PassiveDeletes
        Garden passive;

        @ManyToOne
        @SingleParent
        Garden alone;

        @ManyToMany
        List<Garden> shared;
    }
}
