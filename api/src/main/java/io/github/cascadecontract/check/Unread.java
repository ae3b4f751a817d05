package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Entities that miss something when their rows are removed unread. What a superclass misses is told there. */
final class Unread implements Check {
    private final FindingCode code;
    private final Function<EntityModel, Optional<String>> feature;

    /**
     * Looks for one thing that needs reading.
     *
     * @param feature what of that an entity has, in words that follow its name
     */
    Unread(FindingCode code, Function<EntityModel, Optional<String>> feature) {
        this.code = code;
        this.feature = feature;
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.contract().entities().stream()
                .filter(entity -> entity.supertype() == null
                        || finding(subject, entity.supertype()).isEmpty())
                .flatMap(entity -> finding(subject, entity).stream());
    }

    private Optional<Finding> finding(Subject subject, EntityModel entity) {
        return feature.apply(entity)
                .flatMap(has -> UnreadRemovals.of(subject, entity)
                        .map(by -> "%s %s, and rows of it are removed by %s without being read."
                                .formatted(entity, has, by)))
                .map(sentence -> Findings.of(code, entity, sentence));
    }
}
