package io.github.cascadecontract.mapping;

import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.SecondaryTable;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Refuses classes and relations of which the client sees or removes something else than rows, or whose cascades are said
 * where the contract does not look.
 */
final class HiddenRows {
    /** By name: the contract knows no provider. */
    private static final Set<String> SOFT_DELETES = Set.of(
            "org.hibernate.annotations.SoftDelete",
            "org.hibernate.annotations.SQLDelete",
            "org.hibernate.annotations.SQLDeletes",
            "org.hibernate.annotations.SQLDeleteAll",
            "org.hibernate.annotations.Where",
            "org.hibernate.annotations.WhereJoinTable",
            "org.hibernate.annotations.SQLRestriction",
            "org.hibernate.annotations.SQLJoinTableRestriction",
            "org.eclipse.persistence.annotations.AdditionalCriteria");

    private static final Set<String> CASCADES =
            Set.of("org.hibernate.annotations.Cascade", "org.eclipse.persistence.annotations.PrivateOwned");

    private final String where;
    private final Consumer<Refusal> problems;

    HiddenRows(String where, Consumer<Refusal> problems) {
        this.where = where;
        this.problems = problems;
    }

    void refuseOn(AnnotatedElement element) {
        names(element)
                .filter(SOFT_DELETES::contains)
                .forEach(
                        name -> refuse(
                                "@%s lets rows stay that are removed or not seen, so what the contract says about removed rows would be untrue"
                                        .formatted(simple(name)),
                                "Take it off and keep the mark in an attribute that the application sets, or leave this class out of the contract."));
        names(element)
                .filter(CASCADES::contains)
                .forEach(name -> refuse(
                        "@%s is one provider's own word for a cascade, which no other provider knows"
                                .formatted(simple(name)),
                        "Say it with cascade and orphanRemoval of the Jakarta annotation."));
        if (element.getAnnotationsByType(SecondaryTable.class).length > 0)
            refuse(
                    "@SecondaryTable splits its row over two tables, and the contract's own statements know one",
                    "Map the second table as an entity with a one-to-one.");
    }

    private static Stream<String> names(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getName);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void refuse(String fact, String remedy) {
        problems.accept(new Refusal(where, Rule.DEC_5, fact, remedy));
    }
}
