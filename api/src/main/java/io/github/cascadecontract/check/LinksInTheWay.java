package io.github.cascadecontract.check;

import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;

/** An end that does not map its links leaves them to the foreign key (rule M2M-1). */
final class LinksInTheWay implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .filter(key -> key instanceof LinkKey link && link.parentSide() == null)
                .filter(key -> subject.action(key).filter(Actions::blocks).isPresent())
                .filter(key -> !key.parent().isProtected())
                .map(key -> finding(subject, key));
    }

    private static Finding finding(Subject subject, MappedKey key) {
        String sentence =
                "%s does not map the links that %s makes, and their key says %s: a linked %s cannot be removed (M2M-1)."
                        .formatted(
                                key.parent(),
                                key.name(),
                                subject.action(key).orElseThrow().sql(),
                                key.parent());
        return Findings.of(FindingCode.LINKS_IN_THE_WAY, subject, key, sentence, null);
    }
}
