package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which rows go with which, by the database or by the client. */
final class Cascades {
    private Cascades() {}

    /** By the database: keys with ON DELETE CASCADE. Where it was not looked at, keys that say so or have to. */
    static List<Cascade> byDatabase(Subject subject) {
        return subject.catalog()
                .map(catalog -> catalog.keys().stream()
                        .filter(key -> key.onDelete() == ReferentialAction.CASCADE)
                        .map(key -> inDatabase(subject, key)))
                .orElseGet(() ->
                        subject.keys().stream().filter(Cascades::isExpected).map(key -> inMapping(subject, key)))
                .toList();
    }

    /** By the database or by relations that remove. */
    static List<Cascade> all(Subject subject) {
        List<Cascade> byDatabase = byDatabase(subject);
        Stream<Cascade> byClient = subject.keys().stream()
                .filter(key -> key instanceof RelationKey && key.removes())
                .filter(key -> byDatabase.stream().noneMatch(cascade -> key.equals(cascade.mapped())))
                .map(key -> inMapping(subject, key));
        return Stream.concat(byDatabase.stream(), byClient).toList();
    }

    private static Cascade inDatabase(Subject subject, CatalogKey key) {
        return new Cascade(
                key.parent().sql(), key.table().sql(), subject.mapped(key).orElse(null), key);
    }

    private static Cascade inMapping(Subject subject, MappedKey key) {
        return new Cascade(subject.table(key.parent().mapping().table()), subject.table(key.table()), key, null);
    }

    private static boolean isExpected(MappedKey key) {
        if (key instanceof SubtypeKey) return true;
        Optional<ReferentialAction> declared = key.declared();
        return declared.map(ReferentialAction.CASCADE::equals)
                .orElse(key.parentSide() != null && key.isLeftToDatabase() && key.removes());
    }
}
