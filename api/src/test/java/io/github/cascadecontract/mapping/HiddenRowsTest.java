package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.AdditionalCriteria;
import org.hibernate.annotations.Cascade;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.junit.jupiter.api.Test;

/** A class whose removed rows stay, or are not seen, cannot be told the truth about. */
class HiddenRowsTest {
    private final List<Refusal> problems = new ArrayList<>();

    @Test
    void soft_deletes_are_refused_wherever_they_are_declared() {
        read(Soft.class, BySql.class, ByCriteria.class, Inherited.class, Filtered.class);

        assertThat(problems)
                .extracting(problem -> problem.where() + " " + problem.rule().id() + " "
                        + problem.fact().split(" ")[0])
                .containsExactly(
                        "Soft DEC-5 @SoftDelete",
                        "BySql DEC-5 @SQLDelete",
                        "BySql DEC-5 @SQLRestriction",
                        "ByCriteria DEC-5 @AdditionalCriteria",
                        "Inherited DEC-5 @SoftDelete",
                        "Filtered.parts DEC-5 @SQLRestriction");
        assertThat(problems.get(0).fact()).contains("what the contract says about removed rows would be untrue");
        assertThat(problems.get(0).remedy()).contains("Take it off");
    }

    @Test
    void a_providers_own_cascade_is_refused() {
        read(OwnWords.class);

        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly(
                        "OwnWords.parts: @Cascade is one provider's own word for a cascade, which no other provider"
                                + " knows (DEC-5). Say it with cascade and orphanRemoval of the Jakarta annotation.");
    }

    @Test
    void a_second_table_is_refused() {
        read(Split.class);

        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly(
                        "Split: @SecondaryTable splits its row over two tables, and the contract's own statements "
                                + "know one (DEC-5). Map the second table as an entity with a one-to-one.");
    }

    private void read(Class<?>... types) {
        MappingReader reader = new MappingReader(problems::add);
        for (Class<?> type : types) reader.read(type);
    }

    @Entity(name = "Soft")
    @SoftDelete
    static class Soft {
        @Id
        Integer id;
    }

    @Entity(name = "BySql")
    @SQLDelete
    @SQLRestriction
    static class BySql {
        @Id
        Integer id;
    }

    @Entity(name = "ByCriteria")
    @AdditionalCriteria
    static class ByCriteria {
        @Id
        Integer id;
    }

    @MappedSuperclass
    @SoftDelete
    static class Base {
        @Id
        Integer id;
    }

    @Entity(name = "Inherited")
    static class Inherited extends Base {}

    @Entity(name = "Filtered")
    static class Filtered {
        @Id
        Integer id;

        @OneToMany(mappedBy = "filtered")
        @SQLRestriction
        List<Soft> parts;
    }

    @Entity(name = "Split")
    @SecondaryTable(name = "more")
    static class Split {
        @Id
        Integer id;
    }

    @Entity(name = "OwnWords")
    static class OwnWords {
        @Id
        Long id;

        @OneToMany(mappedBy = "owner")
        @Cascade
        List<Soft> parts;
    }
}
