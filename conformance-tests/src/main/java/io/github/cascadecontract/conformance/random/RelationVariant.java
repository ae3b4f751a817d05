package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.RelationSetting.Orphans;
import jakarta.persistence.CascadeType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A relation with one thing changed. */
record RelationVariant(RelationSetting relation) {
    static RelationVariant of(RelationSetting relation) {
        return new RelationVariant(relation);
    }

    /** No longer half of a pair. */
    RelationSetting alone() {
        return with(null, relation.cascade(), relation.orphans(), relation.passiveDeletes());
    }

    /** With one setting less. */
    Stream<RelationSetting> simpler() {
        Stream<RelationSetting> words = relation.cascade().stream()
                .sorted()
                .map(word -> with(relation.inverse(), without(word), relation.orphans(), relation.passiveDeletes()));
        Stream<RelationSetting> plain = Stream.of(
                        with(relation.inverse(), relation.cascade(), Orphans.NONE, relation.passiveDeletes()),
                        with(relation.inverse(), relation.cascade(), relation.orphans(), null))
                .filter(simple -> !simple.equals(relation));
        return Stream.concat(words, plain);
    }

    private Set<CascadeType> without(CascadeType word) {
        Set<CascadeType> left = new TreeSet<>(relation.cascade());
        left.remove(word);
        return left;
    }

    private RelationSetting with(
            @Nullable String inverse,
            Set<CascadeType> cascade,
            Orphans orphans,
            PassiveDeletes.@Nullable Mode passive) {
        return new RelationSetting(
                relation.entity(),
                relation.attribute(),
                relation.kind(),
                relation.target(),
                relation.over(),
                relation.holdsKey(),
                inverse,
                cascade,
                orphans,
                passive);
    }
}
