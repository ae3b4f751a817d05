package io.github.cascadecontract.check;

import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A link is there or not (rule M2M-3). */
final class LinkTableKey implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .filter(key -> key.mapped() instanceof LinkKey link
                        && link.parentSide() == link.link().owner())
                .flatMap(key -> finding(key, (LinkKey) key.mapped(), subject));
    }

    private static Stream<Finding> finding(PlacedKey key, LinkKey link, Subject subject) {
        List<String> columns = LinkKey.of(link.link()).stream()
                .flatMap(end -> subject.place(end).stream())
                .flatMap(end -> end.columns().stream())
                .toList();
        if (UniqueIndexes.cover(key.table(), columns)) return Stream.empty();
        return Stream.of(new Finding(
                FindingCode.LINK_TABLE_WITHOUT_KEY,
                link.entity().name(),
                link.attribute(),
                key.table().readable(),
                null,
                "No unique index of %s stands on %s: a link can be there twice."
                        .formatted(key.table().readable(), String.join(", ", columns)),
                mend(key, columns)));
    }

    private static @Nullable String mend(PlacedKey key, List<String> columns) {
        return key.table().primaryKey().isEmpty()
                ? "ALTER TABLE %s ADD PRIMARY KEY (%s);".formatted(key.table().sql(), Mend.columns(columns))
                : Mend.uniqueIndex(key.table(), columns);
    }
}
